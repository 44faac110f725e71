namespace ForexE2E.EndToEnd.Tests;

public sealed class RefusalTests
{
    [Fact]
    public async Task Bad_input_leaves_an_existing_database_as_it_was()
    {
        using Workspace place = new();
        (await place.Run("migrate", "up", "--json")).Expect(0);
        byte[] before = await File.ReadAllBytesAsync(place.DatabaseFile);
        await File.WriteAllTextAsync(Path.Combine(place.Folder, "bad.csv"), "timestamp,open,high,low,close,volume\n2019-01-02T00:00:00Z,1.1,1.0,1.2,1.1,5\n");
        Ending[] refusals = await Task.WhenAll(
            place.Run("optimize", "--bars", "bad.csv", "--json"),
            place.Run("optimize", "--trials", "0", "--json"),
            place.Run("optimize", "--to", "2024-01-10", "--json"));
        Assert.Equal([3, 2, 2], refusals.Select(r => r.Code));
        Assert.All(refusals, r => Assert.Equal("", r.Output));
        Assert.Equal(before, await File.ReadAllBytesAsync(place.DatabaseFile));
    }

    [Fact]
    public async Task A_newer_schema_is_refused_untouched()
    {
        using Workspace place = new();
        (await place.Run("migrate", "up", "--json")).Expect(0);
        place.Rows("insert into schema_versions(version, applied_on, description) values (2099010101, '2099-01-01', 'from the future') returning version");
        byte[] before = await File.ReadAllBytesAsync(place.DatabaseFile);
        Ending refusal = (await place.Optimize(trials: 1, parallel: 1)).Expect(4);
        Assert.Contains("newer", refusal.Error, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(place.DatabaseFile));
    }
}
