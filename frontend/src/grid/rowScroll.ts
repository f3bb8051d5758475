/**
 * The tallest that rows are laid out. Beyond 2^24 px positions lose their last bit in single
 * precision, and beyond 2^25 px browsers stop; longer lists scroll in proportion.
 */
export const tallest = 16_000_000;

/** What of a list is in sight. */
export interface Sight {
  /** How far down the whole list the sight begins, in px. */
  from: number;
  /** How far down the layout that is: the same, but for very long lists. */
  scrolled: number;
  /** How high the place for rows is. */
  view: number;
}

type Scroller = Pick<HTMLElement, "scrollTop" | "clientHeight">;

/** Where rows of one height stand in a place that scrolls. Its cost is the same for any number of rows. */
export class RowScroll {
  /** The height of all rows as laid out. */
  readonly height: number;
  readonly #element: () => Scroller | null;
  readonly #whole: number;
  readonly #rowHeight: number;
  readonly #headHeight: number;

  constructor(element: () => Scroller | null, rows: number, rowHeight: number, headHeight: number) {
    this.#element = element;
    this.#whole = rows * rowHeight;
    this.height = Math.min(this.#whole, tallest);
    this.#rowHeight = rowHeight;
    this.#headHeight = headHeight;
  }

  look(): Sight {
    const element = this.#element();
    const view = (element?.clientHeight ?? 0) - this.#headHeight;
    const scrolled = element?.scrollTop ?? 0;
    return { from: scrolled * this.#ratio(view), scrolled, view };
  }

  /** True when the layout ends above what is in sight, as when there are fewer rows than before. */
  isBeyond(): boolean {
    const { scrolled, view } = this.look();
    return scrolled > 0 && scrolled + view > this.height;
  }

  /** The first row in sight, which may be cut. */
  rowAt({ from }: Sight): number {
    return Math.floor(from / this.#rowHeight);
  }

  /** The last row in sight, which may be cut. */
  lastAt({ from, view }: Sight): number {
    return Math.ceil((from + view) / this.#rowHeight) - 1;
  }

  /** How many rows a sight shows at the most. */
  rowsInView({ view }: Sight): number {
    return Math.ceil(view / this.#rowHeight) + 1;
  }

  /** Where a row stands in the layout while the sight is where it is. */
  topOf(index: number, { from, scrolled }: Sight): number {
    return index * this.#rowHeight - from + scrolled;
  }

  /** How many whole rows fit into the sight. */
  page(): number {
    return Math.max(1, Math.floor(this.look().view / this.#rowHeight));
  }

  /** Scrolls as little as needed to show a row whole. */
  reveal(index: number): void {
    const { from, view } = this.look();
    const top = index * this.#rowHeight;
    if (top < from) this.#scrollTo(top);
    else if (top + this.#rowHeight > from + view) this.#scrollTo(top + this.#rowHeight - view);
  }

  /** Moves by so many rows. */
  shift(rows: number): void {
    this.#scrollTo(this.look().from + rows * this.#rowHeight);
  }

  /** Scrolls the layout to where a list begins for a person. */
  begin(scrolled: number): void {
    const element = this.#element();
    if (element) element.scrollTop = scrolled;
  }

  #scrollTo(from: number): void {
    const element = this.#element();
    if (element) element.scrollTop = from / this.#ratio(element.clientHeight - this.#headHeight);
  }

  /** How many px of the list one px of the layout stands for. */
  #ratio(view: number): number {
    if (this.#whole === this.height || this.height <= view) return 1;
    return (this.#whole - view) / (this.height - view);
  }
}
