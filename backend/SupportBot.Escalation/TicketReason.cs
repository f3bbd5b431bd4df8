using SupportBot.Knowledge.Diagnoses;

namespace SupportBot.Escalation;

/// <summary>Why a ticket exists, beside the names in <see cref="Cause"/>.</summary>
public static class TicketReason
{
    public const string AskedForHuman = "asked-for-human";
    public const string InternalError = "internal-error";
}
