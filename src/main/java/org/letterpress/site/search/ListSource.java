package org.letterpress.site.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One of the two lists of a word: where its bytes come from.
 *
 * @param pieces of which it is put together
 */
record ListSource(Layout layout, List<RowPiece> pieces) {
  /** A new list. */
  static ListSource of(BlockList list) {
    return new ListSource(list.layout(), list.parts().stream().map(RowPiece::of).toList());
  }

  /** A list of the last index. */
  static ListSource of(StoredRow row, int at, Layout layout) {
    return new ListSource(layout, List.of(RowPiece.of(row, at, at + layout.size())));
  }

  /**
   * A list of the last index after a change; null when nothing is left of it.
   *
   * @param pages of which the list says something else now
   * @param now what it says of them
   * @param isMoved whether there are more pages in it, or less
   */
  ListSource changed(Posting.Kind kind, Set<Integer> pages, List<Posting> now, boolean isMoved)
      throws IOException {
    if (!isMoved && layout.table() > 0) {
      return changedBlocks(kind, pages, now);
    }
    List<Posting> all = Posting.replaced(read(kind), pages, now);
    return all.isEmpty() ? null : of(Posting.list(kind, all));
  }

  private List<Posting> read(Posting.Kind kind) throws IOException {
    byte[] bytes = pieces.get(0).load();
    if (layout.table() == 0) {
      return Posting.read(kind, bytes, 0, bytes.length, 0);
    }
    List<Posting> all = new ArrayList<>();
    int[] firsts = firsts(bytes);
    int from = layout.table();
    int to = 0;
    for (int part = 0; part < layout.parts(); part++) {
      to += layout.part(part);
      all.addAll(Posting.read(kind, bytes, from, to, firsts[part]));
      from = to;
    }
    return all;
  }

  /** The first letter of each block. */
  private int[] firsts(byte[] table) {
    Numbers.Reader reader = Numbers.of(table).reader();
    int[] firsts = new int[layout.parts()];
    int first = 0;
    for (int i = 0; i < firsts.length; i++) {
      first += reader.next();
      firsts[i] = first;
      reader.next();
    }
    return firsts;
  }

  /** The letters are the same, and so are all blocks but those of the pages. */
  private ListSource changedBlocks(Posting.Kind kind, Set<Integer> pages, List<Posting> now)
      throws IOException {
    RowPiece all = pieces.get(0);
    RowPiece table = all.part(0, layout.table());
    byte[] tableBytes = table.load();
    int[] firsts = firsts(tableBytes);
    int[] sizes = new int[firsts.length];
    List<RowPiece> changed = new ArrayList<>();
    Numbers newTable = new Numbers();
    int from = layout.table();
    int to = 0;
    for (int part = 0; part < sizes.length; part++) {
      to += layout.part(part);
      RowPiece block = all.part(from, to);
      from = to;
      int first = firsts[part];
      int next = part + 1 < firsts.length ? firsts[part + 1] : Integer.MAX_VALUE;
      Set<Integer> here =
          pages.stream().filter(one -> one >= first && one < next).collect(Collectors.toSet());
      if (!here.isEmpty()) {
        block = changedBlock(kind, block, first, here, now);
      }
      changed.add(block);
      sizes[part] = block.size();
      newTable.add(first - (part == 0 ? 0 : firsts[part - 1])).add(block.size());
    }
    byte[] newBytes = newTable.toBytes();
    changed.add(0, Arrays.equals(tableBytes, newBytes) ? table : RowPiece.of(newBytes));
    sizes[0] += newBytes.length;
    return new ListSource(new Layout(newBytes.length, sizes), changed);
  }

  private static RowPiece changedBlock(
      Posting.Kind kind, RowPiece block, int first, Set<Integer> pages, List<Posting> now)
      throws IOException {
    byte[] bytes = block.load();
    List<Posting> old = Posting.read(kind, bytes, 0, bytes.length, first);
    List<Posting> some = now.stream().filter(one -> pages.contains(one.letter())).toList();
    return RowPiece.of(Posting.block(kind, Posting.replaced(old, pages, some)));
  }
}
