namespace ForexE2E.Learning.Layers;

/// <summary>Which curve an <see cref="Activation"/> bends its rows by.</summary>
public enum ActivationKind
{
    Tanh,
    Relu,

    /// <summary>1 / (1 + exp(-x)).</summary>
    Sigmoid,

    /// <summary>x sigmoid(x) (Elfwing, Uchibe and Doya 2018).</summary>
    Silu,

    /// <summary>x sigmoid(1.702 x), the quick form of Hendrycks and Gimpel (2016).</summary>
    Gelu,
}
