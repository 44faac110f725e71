namespace ForexE2E.Learning.Onnx;

/// <summary>An ONNX file is not what it should be; the message says what is wrong with it.</summary>
public sealed class OnnxException : Exception
{
    public OnnxException(string message)
        : base(message)
    {
    }

    public OnnxException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
