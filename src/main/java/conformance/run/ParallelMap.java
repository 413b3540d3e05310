package conformance.run;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;

/** Applies a function to several items concurrently, and keeps their order. */
final class ParallelMap {
  private ParallelMap() {}

  /**
   * Applies {@code function} to each of {@code items}.
   *
   * @param done receives each result, in the order of the items
   */
  static <T, R> List<R> of(List<T> items, int threads, Function<T, R> function, Consumer<R> done) {
    var executor = Executors.newFixedThreadPool(threads);
    try {
      var results =
          items.stream()
              .map(item -> CompletableFuture.supplyAsync(() -> function.apply(item), executor))
              .toList();
      results.forEach(result -> done.accept(result.join()));
      return results.stream().map(CompletableFuture::join).toList();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    } finally {
      executor.shutdownNow();
    }
  }
}
