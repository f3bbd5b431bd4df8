using Microsoft.Extensions.Options;
using SupportBot.Accounts;
using SupportBot.Accounts.Accounting;
using SupportBot.Accounts.Diagnoses;
using SupportBot.Accounts.Sandbox;
using SupportBot.Accounts.Snapshots;
using SupportBot.Channels.Connector;
using SupportBot.Channels.Email;
using SupportBot.Channels.Rendering;
using SupportBot.Channels.Teams;
using SupportBot.Channels.Teams.Desk;
using SupportBot.Channels.WebChat;
using SupportBot.Dialogs;
using SupportBot.Escalation;
using SupportBot.Escalation.Hours;
using SupportBot.Host.Assets;
using SupportBot.Host.Connect;
using SupportBot.Host.Demo;
using SupportBot.Host.Health;
using SupportBot.Host.Help;
using SupportBot.Host.Security;
using SupportBot.Host.Storage;
using SupportBot.Host.SupportApi;
using SupportBot.Host.Telemetry;
using SupportBot.Host.Transcripts;
using SupportBot.Knowledge;
using SupportBot.Language;
using SupportBot.Turns;
using SupportBot.Turns.Cases;
using SupportBot.Turns.Outbox;

namespace SupportBot.Host.Startup;

/// <summary>Puts the product together. Public so that tests can start the real host in their own process.</summary>
public static class SupportBotApplication
{
    private const string DefaultAddress = "http://localhost:3978";

    /// <param name="args">Command line: <c>--Section:Name=value</c> sets any setting of the README's table.</param>
    /// <param name="configure">The last word on services, for tests that replace edges.</param>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions { Args = args, ContentRootPath = ContentRoot.Find(), EnvironmentName = RunEnvironment.Name(args) });
        var demo = DemoSettings.Read(builder.Configuration, builder.Environment);
        Listen(builder);
        builder.AddStorage();
        builder.AddProtection();
        builder.AddTelemetry();
        AddProduct(builder);
        builder.Services.AddSingleton(demo).AddSingleton(demo.Clock);
        if (demo.Enabled)
        {
            builder.Services.AddSandbox();
        }

        configure?.Invoke(builder);
        var app = builder.Build();
        Map(app, demo);
        return app;
    }

    /// <summary>Brings the database up to date and fills it; nothing listens before this is done.</summary>
    public static async Task PrepareAsync(this WebApplication app, CancellationToken cancellationToken = default)
    {
        // The host would judge the settings too, but only to log a stack trace before anybody can say what to change.
        var settings = app.Services.GetRequiredService<IStartupValidator>();
        if (!app.Environment.IsDevelopment())
        {
            settings.Validate();
        }

        await app.MigrateStorageAsync(cancellationToken);
        app.Services.MakeFirstKey();
        await app.Services.GetRequiredService<PlainTokens>().EncryptAsync(cancellationToken);
        if (app.Environment.IsDevelopment())
        {
            // A setting that is left out may come from the database here.
            await app.Services.GetRequiredService<InstallationKeys>().EnsureAsync(InstallationKeys.WebChatSigningKey, cancellationToken);
            settings.Validate();
        }

        if (app.Services.GetRequiredService<DemoSettings>().Snapshot is { } snapshot)
        {
            await app.Services.GetRequiredService<SnapshotLoader>().LoadAsync(snapshot, cancellationToken);
        }
    }

    private static void AddProduct(WebApplicationBuilder builder)
    {
        var configuration = builder.Configuration;
        var services = builder.Services;
        services.Configure<XeroOptions>(configuration.GetSection("Accounting:Xero"));
        services.Configure<QuickBooksOptions>(configuration.GetSection("Accounting:QuickBooks"));
        services.Configure<DiagnosisOptions>(configuration.GetSection("Accounting:Diagnosis"));
        services.Configure<OutboxOptions>(configuration.GetSection(OutboxOptions.Section));
        services.Configure<OpeningHoursOptions>(configuration.GetSection(OpeningHoursOptions.Section));
        services.AddSingleton<IConfigureOptions<OpeningHoursOptions>, DemoOpeningHours>();
        services.Configure<EscalationOptions>(configuration.GetSection(EscalationOptions.Section));
        services.AddAccounts().AddKnowledge().AddLanguage().AddDialogs().AddEscalation().AddTurns();

        services.AddWebChat(configuration.GetSection(WebChatOptions.Section));
        services.Configure<BotFrameworkOptions>(configuration.GetSection(BotFrameworkOptions.Section));
        services.Configure<TeamsOptions>(configuration.GetSection(TeamsOptions.Section));
        services.AddTeamsDesk().AddConnector();
        services.Configure<EmailOptions>(configuration.GetSection(EmailOptions.Section));
        services.AddEmail();
        services.AddRendering();
        services.AddSingleton<InstallationKeys>();
        services.AddSingleton<IConfigureOptions<WebChatOptions>, DevelopmentSigningKey>();
        services.AddSingleton<IConfigureOptions<RenderingOptions>, LinkAddress>();
        services.Configure<CaseOptions>(configuration.GetSection(WebChatOptions.Section));
        services.AddSingleton<IConfigureOptions<CaseOptions>, CasePage>();

        services.AddHostedService<RecogniserWarmUp>();
        services.AddSupportApi(configuration.GetSection(SupportApiOptions.Section));
        services.AddAssets();
        services.AddProblemDetails(options => options.CustomizeProblemDetails = ProblemAdvice.Add);
    }

    private static void Map(WebApplication app, DemoSettings demo)
    {
        app.UseSecurityHeaders();
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.RefuseUnreadableQueries();
        app.UseCors();
        app.UseWebSockets();
        app.MapHealth();
        app.MapAssets();
        app.MapHelp();
        app.MapConnect();
        app.MapTranscripts();
        app.MapDirectLine();
        app.MapBotMessages();
        app.MapSupportApi();
        if (demo.Enabled)
        {
            app.MapDemo();
            app.MapSandboxPlatforms();
        }
    }

    /// <summary>An address in appsettings.json would win over ASPNETCORE_URLS, so the default stands here.</summary>
    private static void Listen(WebApplicationBuilder builder)
    {
        var configuration = builder.Configuration;
        ListenAddresses.Check(configuration);
        string[] settings = ["urls", "http_ports", "https_ports"];
        if (settings.All(name => string.IsNullOrEmpty(configuration[name])) && !configuration.GetSection("Kestrel:Endpoints").Exists())
        {
            builder.WebHost.UseUrls(DefaultAddress);
        }
    }
}
