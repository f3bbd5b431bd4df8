namespace SupportBot.Language.Intents;

/// <summary>
/// Multinomial logistic regression, trained by stochastic gradient descent with AdaGrad step sizes. Deterministic:
/// the same examples in the same order give the same model.
/// </summary>
internal sealed class SoftmaxRegression
{
    private const int Epochs = 12;
    private const float LearningRate = 1.2f;
    private const float Epsilon = 0.1f;

    private readonly int _classes;

    // One row of class weights a bucket, so that a feature touches consecutive memory.
    private readonly float[] _weights;

    public SoftmaxRegression(int classes)
    {
        _classes = classes;
        _weights = new float[Features.BucketCount * classes];
    }

    public void Train(IReadOnlyList<(Features Features, int Class)> examples)
    {
        var squares = new float[_weights.Length];
        var errors = new float[_classes];
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            foreach (var (features, expected) in examples)
            {
                Predict(features, errors);
                errors[expected] -= 1f;
                Step(features, errors, squares);
            }
        }
    }

    /// <param name="probabilities">Receives one number a class; they add up to one.</param>
    /// <param name="sharpness">Over 1 makes the model surer of itself.</param>
    public void Predict(Features features, Span<float> probabilities, float sharpness = 1f)
    {
        probabilities.Clear();
        for (var i = 0; i < features.Buckets.Length; i++)
        {
            var row = _weights.AsSpan(features.Buckets[i] * _classes, _classes);
            for (var c = 0; c < row.Length; c++)
            {
                probabilities[c] += row[c] * features.Weights[i];
            }
        }

        Softmax(probabilities, sharpness);
    }

    private void Step(Features features, ReadOnlySpan<float> errors, float[] squares)
    {
        for (var i = 0; i < features.Buckets.Length; i++)
        {
            var start = features.Buckets[i] * _classes;
            for (var c = 0; c < errors.Length; c++)
            {
                var gradient = errors[c] * features.Weights[i];
                squares[start + c] += gradient * gradient;
                _weights[start + c] -= LearningRate * gradient / MathF.Sqrt(squares[start + c] + Epsilon);
            }
        }
    }

    private static void Softmax(Span<float> scores, float sharpness)
    {
        var highest = float.MinValue;
        foreach (var score in scores)
        {
            highest = MathF.Max(highest, score);
        }

        var sum = 0f;
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] = MathF.Exp((scores[i] - highest) * sharpness);
            sum += scores[i];
        }

        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] /= sum;
        }
    }
}
