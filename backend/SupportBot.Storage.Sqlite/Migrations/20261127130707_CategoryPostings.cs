using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SupportBot.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class CategoryPostings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "ChannelName",
                table: "SettlementLines",
                type: "TEXT",
                maxLength: 128,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Marketplace",
                table: "SettlementLines",
                type: "TEXT",
                maxLength: 64,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateTime>(
                name: "PostedAt",
                table: "SettlementLines",
                type: "TEXT",
                nullable: true);

            // The lines that are there already take it from their settlements.
            migrationBuilder.Sql(
                """
                UPDATE "SettlementLines" SET
                    "ChannelName" = (SELECT s."ChannelName" FROM "Settlements" s
                        WHERE s."SellerId" = "SettlementLines"."SellerId" AND s."Id" = "SettlementLines"."SettlementId"),
                    "Marketplace" = (SELECT s."Marketplace" FROM "Settlements" s
                        WHERE s."SellerId" = "SettlementLines"."SellerId" AND s."Id" = "SettlementLines"."SettlementId"),
                    "PostedAt" = CASE WHEN LTRIM(COALESCE("SettlementLines"."Account", '')) = '' THEN NULL ELSE (SELECT s."SentAt" FROM "Settlements" s
                        WHERE s."SellerId" = "SettlementLines"."SellerId" AND s."Id" = "SettlementLines"."SettlementId") END
                """);

            migrationBuilder.CreateIndex(
                name: "IX_SettlementLines_SellerId_Category_ChannelName_PostedAt_Marketplace",
                table: "SettlementLines",
                columns: new[] { "SellerId", "Category", "ChannelName", "PostedAt", "Marketplace" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_SettlementLines_SellerId_Category_ChannelName_PostedAt_Marketplace",
                table: "SettlementLines");

            migrationBuilder.DropColumn(
                name: "ChannelName",
                table: "SettlementLines");

            migrationBuilder.DropColumn(
                name: "Marketplace",
                table: "SettlementLines");

            migrationBuilder.DropColumn(
                name: "PostedAt",
                table: "SettlementLines");
        }
    }
}
