using System.Reflection;
using SupportBot.Knowledge.Articles.Reading;
using SupportBot.Knowledge.Articles.Rendering;
using SupportBot.Knowledge.Diagnoses;

namespace SupportBot.Knowledge.Articles;

/// <summary>All articles that people and the dialog can be shown. Adding a Markdown file beside this one adds an article.</summary>
public sealed class ArticleLibrary
{
    private readonly Dictionary<string, Article> _byId;
    private readonly Dictionary<string, ArticlePage> _pages;
    private readonly ILookup<string, Remedy> _remedies;
    private readonly Dictionary<string, (Article Article, ArticleAnswer Answer)> _answers;

    /// <exception cref="ArticleFormatException">The articles contradict each other or leave a cause without a step.</exception>
    public ArticleLibrary(IReadOnlyList<Article> articles)
    {
        RejectContradictions(articles);
        Articles = articles;
        _byId = articles.ToDictionary(a => a.Id);
        _pages = articles.ToDictionary(a => a.Id, ArticlePage.Of);
        _remedies = articles
            .SelectMany(a => a.Steps.SelectMany(s => s.Causes.Select(c => (Cause: c, Remedy: new Remedy(a, s)))))
            .ToLookup(r => r.Cause, r => r.Remedy);
        _answers = articles.SelectMany(a => a.Answers.Select(q => (Article: a, Answer: q))).ToDictionary(a => a.Answer.Intent);
    }

    public IReadOnlyList<Article> Articles { get; }

    /// <summary>Reads the articles that are built into the product.</summary>
    /// <exception cref="ArticleFormatException">An article is broken: the product must not start.</exception>
    public static ArticleLibrary BuiltIn()
    {
        var assembly = typeof(ArticleLibrary).Assembly;
        return new ArticleLibrary([.. assembly.GetManifestResourceNames()
            .Where(n => n.EndsWith(".md", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(n => ArticleReader.Read(n, Text(assembly, n)))]);
    }

    public Article? Find(string articleId) => _byId.GetValueOrDefault(articleId);

    public ArticlePage? FindPage(string articleId) => _pages.GetValueOrDefault(articleId);

    /// <summary>What to try about a cause, in order; never empty for a cause of <see cref="Cause.InOrder"/>.</summary>
    public IReadOnlyList<Remedy> RemediesFor(string cause) => [.. _remedies[cause]];

    /// <summary>True where some step lets this role reconnect the accounting platform.</summary>
    public bool MayReconnect(string role) => Articles.SelectMany(a => a.Steps).Any(s => s.Reconnects && s.Roles.Contains(role));

    /// <summary>The answer to a question that needs no look at the account.</summary>
    public (Article Article, ArticleAnswer Answer)? AnswerFor(string intent) =>
        _answers.TryGetValue(intent, out var found) ? found : null;

    private static void RejectContradictions(IReadOnlyList<Article> articles)
    {
        List<ArticleProblem> problems = [.. CrossLinks.Problems(articles)];
        foreach (var twin in articles.GroupBy(a => a.Id).Where(g => g.Count() > 1))
        {
            problems.Add(new ArticleProblem(twin.Key + ".md", 1, "two articles have this id"));
        }

        foreach (var step in articles.SelectMany(a => a.Steps.Select(s => (Article: a.Id, s.Id))).GroupBy(s => s.Id).Where(g => g.Count() > 1))
        {
            problems.Add(new ArticleProblem(step.Last().Article + ".md", 1, $"the step '{step.Key}' stands in {step.First().Article}.md too"));
        }

        foreach (var intent in articles.SelectMany(a => a.Answers.Select(q => (a.Id, q.Intent))).GroupBy(q => q.Intent).Where(g => g.Count() > 1))
        {
            problems.Add(new ArticleProblem(intent.Last().Id + ".md", 1, $"the intent '{intent.Key}' is answered twice"));
        }

        var treated = articles.SelectMany(a => a.Steps).SelectMany(s => s.Causes).ToHashSet();
        foreach (var cause in Cause.InOrder.Where(c => !treated.Contains(c)))
        {
            problems.Add(new ArticleProblem("Articles", 1, $"no article has a step for the cause '{cause}'"));
        }

        if (problems.Count > 0)
        {
            throw new ArticleFormatException(problems);
        }
    }

    private static string Text(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}

/// <summary>A step, and the article it stands in.</summary>
public sealed record Remedy(Article Article, ArticleStep Step)
{
    public string HelpPath => $"/help/{Article.Id}#{Step.Anchor}";
}
