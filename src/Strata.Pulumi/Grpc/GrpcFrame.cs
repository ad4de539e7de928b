using System.Buffers;
using System.Buffers.Binary;
using Google.Protobuf;

namespace Strata.Pulumi.Grpc;

/// <summary>A message on the wire: a byte that says whether it is compressed (never here), its length in four bytes, itself.</summary>
internal static class GrpcFrame
{
    /// <summary>What Pulumi's own clients and servers allow.</summary>
    public const int MaxMessageBytes = 400 << 20;

    /// <summary>
    /// How deep messages may nest. A level of an object is three messages (Struct, map entry, Value), and a secret's envelope is
    /// a level too; protobuf's own limit of 100 would end at 33.
    /// </summary>
    private const int MaxNestedMessages = 2_000;

    private const int PrefixBytes = 5;

    public static byte[] Of(IMessage message)
    {
        var size = message.CalculateSize();
        if (size > MaxMessageBytes)
        {
            throw new GrpcException(GrpcStatus.ResourceExhausted, $"The message has {size} bytes; {MaxMessageBytes} is the most.");
        }

        var frame = new byte[PrefixBytes + size];
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(1), size);
        message.WriteTo(frame.AsSpan(PrefixBytes));
        return frame;
    }

    /// <summary>Reads the stream to its end into the message. False when the stream is empty, as it is when a call was refused.</summary>
    public static async Task<bool> ReadAsync(Stream stream, IMessage message, CancellationToken cancellation)
    {
        var prefix = new byte[PrefixBytes];
        var read = await stream.ReadAtLeastAsync(prefix, PrefixBytes, throwOnEndOfStream: false, cancellation).ConfigureAwait(false);
        if (read < PrefixBytes)
        {
            return read == 0 ? false : throw Malformed("The answer ends inside its first five bytes.");
        }

        var size = BinaryPrimitives.ReadUInt32BigEndian(prefix.AsSpan(1));
        if (prefix[0] != 0)
        {
            throw Malformed("The answer is compressed, which was not asked for.");
        }

        if (size > MaxMessageBytes)
        {
            throw new GrpcException(GrpcStatus.ResourceExhausted, $"The answer has {size} bytes; {MaxMessageBytes} is the most.");
        }

        await ReadMessageAsync(stream, message, (int)size, cancellation).ConfigureAwait(false);
        return await stream.ReadAsync(prefix.AsMemory(0, 1), cancellation).ConfigureAwait(false) == 0
            ? true
            : throw Malformed("More than one message came as the answer to one call.");
    }

    private static async Task ReadMessageAsync(Stream stream, IMessage message, int size, CancellationToken cancellation)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(size);
        try
        {
            await stream.ReadExactlyAsync(buffer.AsMemory(0, size), cancellation).ConfigureAwait(false);
            using var input = CodedInputStream.CreateWithLimits(new MemoryStream(buffer, 0, size), MaxMessageBytes, MaxNestedMessages);
            message.MergeFrom(input);
        }
        catch (InvalidProtocolBufferException error)
        {
            throw new GrpcException(GrpcStatus.Internal, $"The answer cannot be read: {error.Message}", error);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static GrpcException Malformed(string message) => new(GrpcStatus.Internal, message);
}
