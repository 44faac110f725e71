<#
.SYNOPSIS
  Names the steps of the build. Each is one dotnet command that also works typed by hand.
.EXAMPLE
  ./build.ps1 -Target Test
#>
param(
    [ValidateSet('Build', 'Test', 'Format', 'Bench', 'Run')]
    [string] $Target = 'Build'
)

switch ($Target) {
    'Build' { dotnet build ForexE2E.Cluster.sln -c Release }
    'Test' { dotnet test ForexE2E.Cluster.sln -c Release }
    'Format' { dotnet format ForexE2E.Cluster.sln --verify-no-changes }
    'Bench' { dotnet run -c Release --project bench/ForexE2E.Benchmarks -- --filter '*' }
    'Run' { dotnet run -c Release --project src/ForexE2E.Host -- optimize }
}

exit $LASTEXITCODE
