using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SupportBot.Storage.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class AgentDesk : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "AgentId",
                table: "Tickets",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<DateTime>(
                name: "AgentSpokeAt",
                table: "Tickets",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "EarlierReference",
                table: "Tickets",
                type: "nvarchar(16)",
                maxLength: 16,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<bool>(
                name: "Helped",
                table: "Tickets",
                type: "bit",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsOffered",
                table: "Tickets",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "ResolvedAs",
                table: "Tickets",
                type: "nvarchar(32)",
                maxLength: 32,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<DateTime>(
                name: "SnoozedUntil",
                table: "Tickets",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "StatusNumber",
                table: "Tickets",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "TicketReference",
                table: "Conversations",
                type: "nvarchar(16)",
                maxLength: 16,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            // Conversations that wait for support already.
            migrationBuilder.Sql(
                """
                UPDATE "Conversations" SET "TicketReference" = (
                    SELECT MAX("Tickets"."Reference") FROM "Tickets"
                    WHERE "Tickets"."ConversationId" = "Conversations"."Id" AND "Tickets"."Status" NOT IN ('Resolved', 'Returned'))
                """);

            migrationBuilder.CreateTable(
                name: "TicketThreads",
                columns: table => new
                {
                    TicketReference = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ConversationId = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    CardActivityId = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    CardVersion = table.Column<long>(type: "bigint", nullable: false),
                    ServiceUrl = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    TeamId = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    StartedAt = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TicketThreads", x => x.TicketReference);
                    table.ForeignKey(
                        name: "FK_TicketThreads_Tickets_TicketReference",
                        column: x => x.TicketReference,
                        principalTable: "Tickets",
                        principalColumn: "Reference",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_TicketThreads_ConversationId",
                table: "TicketThreads",
                column: "ConversationId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "TicketThreads");

            migrationBuilder.DropColumn(
                name: "AgentId",
                table: "Tickets");

            migrationBuilder.DropColumn(
                name: "AgentSpokeAt",
                table: "Tickets");

            migrationBuilder.DropColumn(
                name: "EarlierReference",
                table: "Tickets");

            migrationBuilder.DropColumn(
                name: "Helped",
                table: "Tickets");

            migrationBuilder.DropColumn(
                name: "IsOffered",
                table: "Tickets");

            migrationBuilder.DropColumn(
                name: "ResolvedAs",
                table: "Tickets");

            migrationBuilder.DropColumn(
                name: "SnoozedUntil",
                table: "Tickets");

            migrationBuilder.DropColumn(
                name: "StatusNumber",
                table: "Tickets");

            migrationBuilder.DropColumn(
                name: "TicketReference",
                table: "Conversations");
        }
    }
}
