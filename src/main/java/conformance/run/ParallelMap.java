package conformance.run;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;

/** Does several things at the same time, and gives the results in the order of the things. */
final class ParallelMap {
  private ParallelMap() {}

  /**
   * Applies {@code work} to each of {@code things}.
   *
   * @param threads how many at the same time at most
   * @param done is told each result, in the order of the things
   */
  static <T, R> List<R> of(List<T> things, int threads, Function<T, R> work, Consumer<R> done) {
    var executor = Executors.newFixedThreadPool(threads);
    try {
      var results =
          things.stream()
              .map(it -> CompletableFuture.supplyAsync(() -> work.apply(it), executor))
              .toList();
      results.forEach(it -> done.accept(it.join()));
      return results.stream().map(CompletableFuture::join).toList();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    } finally {
      executor.shutdownNow();
    }
  }
}
