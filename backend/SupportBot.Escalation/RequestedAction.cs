using SupportBot.Knowledge.Diagnoses;

namespace SupportBot.Escalation;

/// <summary>What support is asked to do that nobody else can.</summary>
public static class RequestedAction
{
    public const string ReconnectChannel = "reconnect-channel";
    public const string RerunVat = "rerun-vat";
    public const string ResetSettlement = "reset-settlement";
    public const string None = "none";

    public static string For(string cause) => cause switch
    {
        Cause.ChannelLinkDropped => ReconnectChannel,
        Cause.MultiMonthVat or Cause.AwaitingVatOverdue => RerunVat,
        Cause.StuckSending => ResetSettlement,
        _ => None,
    };
}
