namespace SupportBot.Storage.Accounts;

/// <summary>A person who may sign in to a seller's account. Ids are unique within the seller.</summary>
public sealed class SellerUser
{
    public required string SellerId { get; set; }

    public required string Id { get; set; }

    public required string Name { get; set; }

    public required string Email { get; set; }

    public UserRole Role { get; set; }
}

/// <summary>Link My Books roles; Basic only views and sends.</summary>
public enum UserRole
{
    Basic,
    Accountant,
    Admin,
    Owner,
}
