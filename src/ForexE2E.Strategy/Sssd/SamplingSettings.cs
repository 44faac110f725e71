using ForexE2E.Domain.Parameters;
using ForexE2E.Strategy.Sssd.Diffusion;

namespace ForexE2E.Strategy.Sssd;

/// <summary>All parameters that decide which paths are drawn.</summary>
/// <param name="Paths">In all, dealt evenly to the checkpoints.</param>
internal sealed record SamplingSettings(
    int Steps, NoiseScheduleKind Schedule, SamplingMethod Method, double Guidance, double Temperature, int Paths, bool UseEnsemble)
{
    public SamplingSettings(ParameterSet p)
        : this(
            p.GetInt("sssd_diffusion_steps"),
            p.GetChoice("sssd_noise_schedule") switch { "linear" => NoiseScheduleKind.Linear, "cosine" => NoiseScheduleKind.Cosine, _ => NoiseScheduleKind.Sigmoid },
            p.GetChoice("sssd_sampling_method") == "ddpm" ? SamplingMethod.Ddpm : SamplingMethod.Ddim,
            p["sssd_guidance_scale"],
            p["sssd_temperature"],
            p.GetInt("sssd_min_samples"),
            p.GetBool("sssd_use_ensemble"))
    {
    }

    /// <summary>Mixed into the seed of every forecast.</summary>
    public ulong Fingerprint
    {
        get
        {
            ulong sum = Domain.Randomness.SeedOf.Mix((ulong)Steps, (ulong)Schedule, (ulong)Method + 31);
            sum = Domain.Randomness.SeedOf.Mix(sum, BitConverter.DoubleToUInt64Bits(Guidance), 33);
            sum = Domain.Randomness.SeedOf.Mix(sum, BitConverter.DoubleToUInt64Bits(Temperature), 34);
            return Domain.Randomness.SeedOf.Mix(sum, ((ulong)Paths << 1) | (UseEnsemble ? 1UL : 0), 35);
        }
    }
}
