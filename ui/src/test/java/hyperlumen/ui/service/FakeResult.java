package hyperlumen.ui.service;

import hyperlumen.photo.Region;
import hyperlumen.photo.Size;
import hyperlumen.progress.Progress.Stage;
import hyperlumen.ui.image.StoredPicture;
import hyperlumen.ui.image.TilePlan;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * A result of {@link FakeService}, with figures of a cost that never was.
 *
 * @param developed hears of the adjustments it is developed with
 */
record FakeResult(ModelFacts model, StoredPicture picture, Consumer<Adjustments> developed)
    implements EnhancedPhoto {

  @Override
  public boolean isRendered() {
    return model.task() == ModelFacts.Task.RAW_TO_PICTURE;
  }

  @Override
  public void develop(Adjustments adjustments) {
    developed.accept(adjustments);
    picture.invalidate(picture.size().region());
  }

  @Override
  public TilePlan tilePlan() {
    Size size = picture.size();
    List<Region> regions = new ArrayList<>();
    for (int y = 0; y < size.height(); y += FakeService.TILE) {
      for (int x = 0; x < size.width(); x += FakeService.TILE) {
        regions.add(
            new Region(
                x,
                y,
                Math.min(FakeService.TILE, size.width() - x),
                Math.min(FakeService.TILE, size.height() - y)));
      }
    }
    return new TilePlan(size, regions, 16);
  }

  @Override
  public CostReadout cost() {
    Size size = picture.size();
    Map<Stage, Double> seconds = new EnumMap<>(Stage.class);
    seconds.put(Stage.READ, 0.312);
    seconds.put(Stage.PREDICT, 0.087);
    seconds.put(Stage.NETWORK, 21.94);
    seconds.put(Stage.RENDER, 1.2);
    return new CostReadout(
        size,
        5.29e11 * size.megapixels(),
        5.81e11 * size.megapixels(),
        seconds,
        23.5,
        OptionalLong.of(612_000_000),
        FakeService.TILE,
        16,
        tilePlan().tiles().size(),
        2,
        model.sha256());
  }

  @Override
  public void close() {
    picture.close();
  }
}
