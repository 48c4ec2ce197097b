// Where labels go: the most important first, twelve positions tried, none over another or a node.

/**
 * Places for `labels`, each `{x, y, r, w, h, must}` (middle and radius of its node, size of its text),
 * in order of importance. `blocked` are rectangles to keep clear of, `frame` the size of the picture,
 * which no label leaves. Returns for each label its
 * rectangle, with `align` from 0 (left) to 1 (right), or null where there is no room; a label that `must` show gets the first position.
 */
function placeLabels(labels, blocked, frame) {
  const grid = new Grid(80);
  for (const box of blocked) grid.add(box);
  return labels.map((label) => {
    const tries = positions(label);
    const within = (box) => box.left >= 0 && box.top >= 0 && box.right <= frame.width && box.bottom <= frame.height;
    const free = tries.find((box) => within(box) && grid.free(box, label));
    const box = free || (label.must ? tries[0] : null);
    if (box) grid.add({ ...box, owner: null });
    return box || null;
  });
}

function positions({ x, y, r, w, h }) {
  const gap = r + 4;
  const near = gap * 0.72;
  const at = [
    [x - w / 2, y + gap, 0.5], [x - w / 2, y - gap - h, 0.5], [x + gap, y - h / 2, 0], [x - gap - w, y - h / 2, 1],
    [x + near, y + near, 0], [x - near - w, y + near, 1], [x + near, y - near - h, 0], [x - near - w, y - near - h, 1],
    [x - w * 0.25, y + gap, 0], [x - w * 0.75, y + gap, 1], [x - w * 0.25, y - gap - h, 0], [x - w * 0.75, y - gap - h, 1],
  ];
  return at.map(([left, top, align]) => ({ left, top, right: left + w, bottom: top + h, align }));
}

/** Rectangles by the square they lie in, so that looking for overlaps stays cheap. */
class Grid {
  constructor(size) {
    this.size = size;
    this.cells = new Map();
  }

  *keys(box) {
    const cell = (value) => Math.floor(value / this.size);
    for (let i = cell(box.left); i <= cell(box.right); i++) {
      for (let j = cell(box.top); j <= cell(box.bottom); j++) yield `${i},${j}`;
    }
  }

  add(box) {
    for (const key of this.keys(box)) {
      if (!this.cells.has(key)) this.cells.set(key, []);
      this.cells.get(key).push(box);
    }
  }

  free(box, label) {
    for (const key of this.keys(box)) {
      for (const other of this.cells.get(key) || []) {
        if (other.owner !== undefined && other.owner !== null && other.owner === label.owner) continue;
        if (box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom) return false;
      }
    }
    return true;
  }
}
