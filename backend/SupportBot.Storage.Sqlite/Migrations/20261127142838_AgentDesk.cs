using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SupportBot.Storage.Sqlite.Migrations
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
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "AgentSpokeAt",
                table: "Tickets",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "EarlierReference",
                table: "Tickets",
                type: "TEXT",
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "Helped",
                table: "Tickets",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsOffered",
                table: "Tickets",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "ResolvedAs",
                table: "Tickets",
                type: "TEXT",
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "SnoozedUntil",
                table: "Tickets",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "StatusNumber",
                table: "Tickets",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "TicketReference",
                table: "Conversations",
                type: "TEXT",
                maxLength: 16,
                nullable: true);

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
                    TicketReference = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    ConversationId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    CardActivityId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    CardVersion = table.Column<long>(type: "INTEGER", nullable: false),
                    ServiceUrl = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    TeamId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    StartedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
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
