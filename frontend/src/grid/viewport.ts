/**
 * The place that rows scroll in. It keeps at hand how far it is scrolled and how high it is: asked while
 * rows are being changed, the browser would lay all of them out first to tell.
 */
export class Viewport {
  readonly #element: () => HTMLElement | null;
  #top = 0;
  #height: number | undefined;

  constructor(element: () => HTMLElement | null) {
    this.#element = element;
  }

  get clientHeight(): number {
    this.#height ??= this.#element()?.clientHeight;
    return this.#height ?? 0;
  }

  get scrollTop(): number {
    return this.#top;
  }

  set scrollTop(top: number) {
    const element = this.#element();
    if (!element || top === this.#top) return;
    element.scrollTop = top;
    this.#top = element.scrollTop;
  }

  /** Asks the browser: it was scrolled, has another size, or holds less than before. */
  look(): void {
    const element = this.#element();
    if (!element) return;
    this.#top = element.scrollTop;
    this.#height = element.clientHeight;
  }

  /** Calls back whenever it was scrolled or has another size, until the returned function is called. */
  watch(onScroll: () => void, onSize: () => void): () => void {
    const element = this.#element();
    if (!element) return () => {};
    const after = (then: () => void) => () => {
      this.look();
      then();
    };
    const scrolled = after(onScroll);
    element.addEventListener("scroll", scrolled, { passive: true });
    const sizes = new ResizeObserver(after(onSize));
    sizes.observe(element);
    return () => {
      element.removeEventListener("scroll", scrolled);
      sizes.disconnect();
    };
  }
}
