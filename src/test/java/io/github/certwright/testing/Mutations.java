package io.github.certwright.testing;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Good files, damaged in ways that a seed decides, so that what fails once fails every time. */
public final class Mutations {
  private static final int[] TELLING = {0, 1, 0x20, 0x22, 0x30, 0x7f, 0x80, 0x84, 0xfe, 0xff};
  private static final int MOST_CHANGES = 6;
  private static final int LARGEST = 200_000;

  private final List<byte[]> good;

  public Mutations(List<byte[]> good) {
    this.good = List.copyOf(good);
  }

  /** The damaged file of a seed. */
  public byte[] of(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    byte[] bytes = any(random).clone();
    int changes = 1 + random.nextInt(MOST_CHANGES);
    for (int i = 0; i < changes && bytes.length > 0; i++) {
      bytes = changed(bytes, random);
    }
    return bytes;
  }

  private byte[] any(SplittableRandom random) {
    return good.get(random.nextInt(good.size()));
  }

  private byte[] changed(byte[] bytes, SplittableRandom random) {
    int at = random.nextInt(bytes.length);
    int length = 1 + random.nextInt(Math.min(64, bytes.length - at));
    return switch (random.nextInt(7)) {
      case 0 -> with(bytes, at, bytes[at] ^ (1 << random.nextInt(8)));
      case 1 -> with(bytes, at, TELLING[random.nextInt(TELLING.length)]);
      case 2 -> with(bytes, at, random.nextInt(256));
      case 3 -> Arrays.copyOf(bytes, at);
      case 4 -> joined(bytes, at, new byte[0], at + length);
      case 5 -> joined(bytes, at, Arrays.copyOfRange(bytes, at, at + length), at);
      default -> spliced(bytes, at, length, random);
    };
  }

  /** A piece of another file, or the same piece many times. */
  private byte[] spliced(byte[] bytes, int at, int length, SplittableRandom random) {
    byte[] other = any(random);
    if (other.length == 0 || bytes.length > LARGEST) {
      return bytes;
    }
    int from = random.nextInt(other.length);
    byte[] piece = Arrays.copyOfRange(other, from, Math.min(other.length, from + length));
    int times = random.nextInt(8) == 0 ? 1 + random.nextInt(300) : 1;
    byte[] many = new byte[piece.length * times];
    for (int i = 0; i < many.length; i++) {
      many[i] = piece[i % piece.length];
    }
    return joined(bytes, at, many, at);
  }

  private static byte[] with(byte[] bytes, int at, int value) {
    byte[] changed = bytes.clone();
    changed[at] = (byte) value;
    return changed;
  }

  private static byte[] joined(byte[] bytes, int to, byte[] middle, int from) {
    byte[] all = Arrays.copyOf(bytes, to + middle.length + bytes.length - from);
    System.arraycopy(middle, 0, all, to, middle.length);
    System.arraycopy(bytes, from, all, to + middle.length, bytes.length - from);
    return all;
  }
}
