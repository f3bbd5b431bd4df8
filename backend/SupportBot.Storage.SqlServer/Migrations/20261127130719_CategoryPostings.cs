using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SupportBot.Storage.SqlServer.Migrations
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
                type: "nvarchar(128)",
                maxLength: 128,
                nullable: false,
                defaultValue: "",
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "Marketplace",
                table: "SettlementLines",
                type: "nvarchar(64)",
                maxLength: 64,
                nullable: false,
                defaultValue: "",
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<DateTime>(
                name: "PostedAt",
                table: "SettlementLines",
                type: "datetime2",
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
