using SupportBot.Language.Intents;
using Xunit;

namespace SupportBot.UnitTests.Language;

public sealed class SoftmaxRegressionTests
{
    [Fact]
    public void It_learns_what_tells_the_classes_apart()
    {
        var model = new SoftmaxRegression(2);
        var left = new Features([1, 2], [0.7f, 0.7f]);
        var right = new Features([1, 3], [0.7f, 0.7f]);
        model.Train([(left, 0), (right, 1)]);
        Span<float> probabilities = stackalloc float[2];

        model.Predict(left, probabilities);

        Assert.True(probabilities[0] > 0.8f);
        Assert.Equal(1f, probabilities[0] + probabilities[1], 3);
    }

    [Fact]
    public void It_does_not_choose_where_it_has_learnt_nothing()
    {
        Span<float> probabilities = stackalloc float[4];

        new SoftmaxRegression(4).Predict(new Features([5], [1f]), probabilities);

        Assert.All(probabilities.ToArray(), p => Assert.Equal(0.25f, p));
    }
}
