namespace SupportBot.Knowledge.Articles;

/// <summary>Something in an article that would mislead people or stop the dialog.</summary>
/// <param name="Line">1-based, in the file as an editor shows it.</param>
public sealed record ArticleProblem(string File, int Line, string Reason)
{
    public override string ToString() => $"{File}:{Line}: {Reason}";
}

/// <summary>Articles that must not go live. The message lists every problem on a line of its own.</summary>
public sealed class ArticleFormatException : Exception
{
    public ArticleFormatException(IReadOnlyList<ArticleProblem> problems)
        : base(string.Join(Environment.NewLine, problems)) => Problems = problems;

    public IReadOnlyList<ArticleProblem> Problems { get; }
}
