using Microsoft.ML;
using Microsoft.ML.Data;

namespace ForexE2E.Strategy.Ensemble.Learners;

/// <summary>Rows in memory as ML.NET reads them; the library's own reader of objects would generate code anew for each fit.</summary>
internal sealed class LabelledRowsView(float[][] rows, int[] labels) : IDataView
{
    public const string Label = "Label";
    public const string Features = "Features";

    public DataViewSchema Schema { get; } = SchemaOf(rows[0].Length);

    public bool CanShuffle => false;

    public long? GetRowCount() => rows.Length;

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null) => new Cursor(Schema, rows, labels);

    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null) =>
        [GetRowCursor(columnsNeeded, rand)];

    private static DataViewSchema SchemaOf(int width)
    {
        DataViewSchema.Builder builder = new();
        builder.AddColumn(Label, NumberDataViewType.Single);
        builder.AddColumn(Features, new VectorDataViewType(NumberDataViewType.Single, width));
        return builder.ToSchema();
    }

    private sealed class Cursor(DataViewSchema schema, float[][] rows, int[] labels) : DataViewRowCursor
    {
        private int _row = -1;

        public override DataViewSchema Schema => schema;

        public override long Position => _row;

        public override long Batch => 0;

        public override bool IsColumnActive(DataViewSchema.Column column) => true;

        public override bool MoveNext() => ++_row < rows.Length;

        public override ValueGetter<DataViewRowId> GetIdGetter() => (ref DataViewRowId id) => id = new DataViewRowId((ulong)_row, 0);

        public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column)
        {
            Delegate getter = column.Index == 0
                ? (ValueGetter<float>)((ref float value) => value = labels[_row])
                : (ValueGetter<VBuffer<float>>)CopyRow;
            return (ValueGetter<TValue>)getter;
        }

        private void CopyRow(ref VBuffer<float> value)
        {
            VBufferEditor<float> editor = VBufferEditor.Create(ref value, rows[_row].Length);
            rows[_row].CopyTo(editor.Values);
            value = editor.Commit();
        }
    }
}
