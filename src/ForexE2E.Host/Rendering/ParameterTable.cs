using ForexE2E.Domain.Parameters;
using Spectre.Console;

namespace ForexE2E.Host.Rendering;

/// <summary>The parameters as a console table.</summary>
internal static class ParameterTable
{
    public static Table Of(IEnumerable<ParameterDefinition> parameters)
    {
        Table table = new Table().Border(TableBorder.Rounded)
            .AddColumn(new TableColumn("Parameter") { NoWrap = true }).AddColumn("Values").AddColumn(new TableColumn("Default").RightAligned())
            .AddColumn("Matters when").AddColumn("Effect");
        foreach (ParameterDefinition d in parameters)
        {
            string[] cells = [d.Name, ParameterWords.Values(d), d.Format(d.Default), ParameterWords.LiveWhen(d), d.Effect];
            table.AddRow([.. cells.Select(Markup.Escape)]);
        }

        return table;
    }
}
