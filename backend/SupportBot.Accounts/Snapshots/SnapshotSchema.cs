using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using NJsonSchema;
using NJsonSchema.Validation;
using NJsonSchema.Validation.FormatValidators;

namespace SupportBot.Accounts.Snapshots;

/// <summary>Checks a snapshot against the schema that ships with the product.</summary>
internal static partial class SnapshotSchema
{
    private static readonly Lazy<JsonSchema> Schema =
        new(() => JsonSchema.FromJsonAsync(SnapshotReader.ReadResource("account-snapshot.schema.json")).GetAwaiter().GetResult());

    public static void Check(string json, string source)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            if (UnreadableText(document.RootElement, "$") is { } path)
            {
                throw new SnapshotException(source, path, "holds U+0000 or half of a surrogate pair, which no database keeps");
            }
        }
        catch (JsonException exception)
        {
            throw new SnapshotException(source, "$", $"this is not JSON (line {exception.LineNumber + 1}, position {exception.BytePositionInLine + 1})");
        }

        var validator = new JsonSchemaValidator(new JsonSchemaValidatorSettings { FormatValidators = [new DateFormat(), new TimeFormat(), new EmailFormatValidator()] });
        var errors = validator.Validate(json, Schema.Value);
        if (errors.Count > 0)
        {
            var error = Innermost(errors.First());
            throw new SnapshotException(source, PathOf(error), ReasonOf(error));
        }
    }

    private static string? UnreadableText(JsonElement element, string path) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().Select(p => UnreadableText(p.Value, $"{path}.{p.Name}")).FirstOrDefault(p => p is not null),
        JsonValueKind.Array => element.EnumerateArray().Select((e, i) => UnreadableText(e, $"{path}[{i}]")).FirstOrDefault(p => p is not null),
        JsonValueKind.String => IsReadable(element) ? null : path,
        _ => null,
    };

    private static bool IsReadable(JsonElement text)
    {
        try
        {
            return !text.GetString()!.Contains('\0');
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static ValidationError Innermost(ValidationError error) =>
        error is ChildSchemaValidationError child && child.Errors.SelectMany(e => e.Value).FirstOrDefault() is { } inner ? Innermost(inner) : error;

    /// <summary><c>#/sellers[0].users[1]</c> as <c>$.sellers[0].users[1]</c>.</summary>
    private static string PathOf(ValidationError error) =>
        error.Path is { Length: > 2 } path ? "$." + path[2..] : "$";

    private static string ReasonOf(ValidationError error) => error.Kind switch
    {
        ValidationErrorKind.PropertyRequired => $"'{error.Property}' is missing",
        ValidationErrorKind.NoAdditionalPropertiesAllowed => $"'{error.Property}' is not known here",
        ValidationErrorKind.NotInEnumeration => $"must be one of {string.Join(", ", error.Schema.ActualSchema.Enumeration)}",
        ValidationErrorKind.PatternMismatch => $"must look like {error.Schema.ActualSchema.Pattern}",
        ValidationErrorKind.TooFewItems => "needs at least one entry",
        ValidationErrorKind.StringExpected => "must be text",
        ValidationErrorKind.NumberExpected => "must be a number",
        ValidationErrorKind.IntegerExpected => "must be a whole number",
        ValidationErrorKind.BooleanExpected => "must be true or false",
        ValidationErrorKind.ArrayExpected => "must be a list",
        ValidationErrorKind.ObjectExpected => "must be an object",
        ValidationErrorKind.DateExpected => "must be a date such as 2026-03-20",
        ValidationErrorKind.DateTimeExpected => "must be a time with its zone, such as 2026-03-20T09:00:00Z",
        ValidationErrorKind.EmailExpected => "must be an e-mail address",
        _ => $"breaks the rule {error.Kind}",
    };

    private sealed class DateFormat : IFormatValidator
    {
        public ValidationErrorKind ValidationErrorKind => ValidationErrorKind.DateExpected;

        public string Format => JsonFormatStrings.Date;

        public bool IsValid(string value, Newtonsoft.Json.Linq.JTokenType tokenType) =>
            DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
    }

    /// <summary>RFC 3339: without a zone the moment would depend on the machine.</summary>
    private sealed partial class TimeFormat : IFormatValidator
    {
        public ValidationErrorKind ValidationErrorKind => ValidationErrorKind.DateTimeExpected;

        public string Format => JsonFormatStrings.DateTime;

        public bool IsValid(string value, Newtonsoft.Json.Linq.JTokenType tokenType) =>
            Rfc3339().IsMatch(value) && DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

        [GeneratedRegex(@"^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)$")]
        private static partial Regex Rfc3339();
    }
}
