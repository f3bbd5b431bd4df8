using System.Text.Json;
using System.Text.Json.Nodes;
using SupportBot.Escalation;
using SupportBot.Knowledge.Diagnoses;
using SupportBot.Storage.Tickets;
using Xunit;

namespace SupportBot.UnitTests.Escalation;

public sealed class TicketViewTests
{
    [Fact]
    public void A_ticket_has_the_fields_of_the_contract_and_how_it_ended()
    {
        var json = Json(new TicketDesk().Open(TicketDeskTests.Opening(Cause.ChannelLinkDropped) with { Diagnosis = TicketDeskTests.DroppedLink() }));

        Assert.Equal(
            [
                "reference", "status", "createdAt", "channelOfOrigin", "seller", "reason", "salesChannel", "marketplace", "settlementId",
                "settlementDate", "settlementFrom", "settlementTo", "errorText", "triedSteps", "diagnosis", "conversationId", "agent",
                "snoozedUntil", "resolvedAs", "helped", "earlierReference", "requestedAction", "history",
            ],
            json.Select(p => p.Key));
    }

    [Fact]
    public void Dates_and_times_are_written_as_the_contract_says()
    {
        var json = Json(new TicketDesk().Open(TicketDeskTests.Opening(Cause.ChannelLinkDropped) with
        {
            Diagnosis = TicketDeskTests.DroppedLink(),
            TriedSteps = ["reconnected Xero"],
        }));

        Assert.Equal("waiting", (string?)json["status"]);
        Assert.Equal("webchat", (string?)json["channelOfOrigin"]);
        Assert.Equal("2026-03-20T09:00:00Z", (string?)json["createdAt"]);
        Assert.Equal("2026-03-11", (string?)json["settlementDate"]);
        Assert.Equal("2026-03-08", (string?)json["settlementFrom"]);
        Assert.Equal("2026-03-20T09:00:00Z", (string?)json["history"]![0]!["at"]);
        Assert.Equal("reconnected Xero", (string?)json["triedSteps"]![0]);
        Assert.Equal("kim@wanderwool.example", (string?)json["seller"]!["user"]!["email"]);
        Assert.Equal("support", (string?)json["diagnosis"]!["findings"]![0]!["fixedBy"]);
        Assert.Equal("2026-03-20T09:00:00Z", (string?)json["diagnosis"]!["checkedAt"]);
    }

    [Fact]
    public void What_nobody_knows_is_written_as_null()
    {
        var json = Json(new TicketDesk().Open(TicketDeskTests.Opening(TicketReason.AskedForHuman) with { Seller = null, User = null }));

        Assert.All(
            ["seller", "salesChannel", "settlementDate", "errorText", "diagnosis", "agent"],
            field => Assert.True(json.ContainsKey(field) && json[field] is null, field));
        Assert.Empty(json["triedSteps"]!.AsArray());
    }

    private static JsonObject Json(Ticket ticket) =>
        JsonSerializer.SerializeToNode(TicketView.Of(ticket), TicketJson.Default.TicketView)!.AsObject();
}
