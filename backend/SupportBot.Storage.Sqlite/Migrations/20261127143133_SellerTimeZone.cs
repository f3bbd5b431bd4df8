using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SupportBot.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class SellerTimeZone : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "TimeZone",
                table: "Conversations",
                type: "TEXT",
                maxLength: 64,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "TimeZone",
                table: "Conversations");
        }
    }
}
