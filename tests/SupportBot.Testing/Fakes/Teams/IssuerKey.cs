using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace SupportBot.Testing.Fakes.Teams;

/// <summary>A key of <see cref="FakeIssuer"/>, good for the channels that it names.</summary>
public sealed class IssuerKey(string id, IReadOnlyList<string> endorsements) : IDisposable
{
    private readonly RSA _rsa = RSA.Create(2048);

    public string Id => id;

    /// <summary>As the key set shows it.</summary>
    public JsonObject PublicKey
    {
        get
        {
            var numbers = _rsa.ExportParameters(includePrivateParameters: false);
            return new JsonObject
            {
                ["kty"] = "RSA",
                ["use"] = "sig",
                ["kid"] = id,
                ["n"] = Base64Url.EncodeToString(numbers.Modulus),
                ["e"] = Base64Url.EncodeToString(numbers.Exponent),
                ["endorsements"] = new JsonArray([.. endorsements.Select(name => JsonValue.Create(name))]),
            };
        }
    }

    public string Sign(IReadOnlyDictionary<string, object> claims, string algorithm = "RS256") =>
        FakeIssuer.Token(new Dictionary<string, object> { ["alg"] = algorithm, ["kid"] = id }, claims, bytes => Sign(bytes, algorithm));

    public byte[] Sign(byte[] bytes, string algorithm = "RS256") => _rsa.SignData(
        bytes,
        algorithm[2..] switch { "384" => HashAlgorithmName.SHA384, "512" => HashAlgorithmName.SHA512, _ => HashAlgorithmName.SHA256 },
        algorithm.StartsWith("PS", StringComparison.Ordinal) ? RSASignaturePadding.Pss : RSASignaturePadding.Pkcs1);

    public void Dispose() => _rsa.Dispose();
}
