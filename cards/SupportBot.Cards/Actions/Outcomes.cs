using SupportBot.Cards.Elements;

namespace SupportBot.Cards.Actions;

/// <summary>How a case can end.</summary>
public static class Outcomes
{
    public const string Solved = "solved";
    public const string SellerFixed = "seller-fixed";
    public const string NoReply = "no-reply";
    public const string NotAFault = "not-a-fault";
    public const string Duplicate = "duplicate";

    internal static IReadOnlyList<Choice> All { get; } =
    [
        new("We solved it", Solved),
        new("The seller fixed it", SellerFixed),
        new("The seller no longer replies", NoReply),
        new("Nothing was wrong", NotAFault),
        new("Another ticket has it", Duplicate),
    ];
}
