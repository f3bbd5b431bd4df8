namespace SupportBot.Language.Intents;

/// <summary>A text as a sparse vector of length one: the buckets that its features fall into, and their weights.</summary>
internal readonly record struct Features(int[] Buckets, float[] Weights)
{
    public const int BucketCount = 1 << 15;
}
