import { flushSync } from "react-dom";

/** Hears that the place was scrolled, or else that it has another size. */
type Update = (scrolled: boolean) => void;

/**
 * The place that rows scroll in. It keeps at hand how far it is scrolled and how large it is: asked while
 * rows are being changed, the browser would lay all of them out first to tell.
 */
export class Viewport {
  readonly #element: () => HTMLElement | null;
  #top = 0;
  #left = 0;
  #height: number | undefined;
  #width: number | undefined;
  readonly #updates = new Set<Update>();
  #end: (() => void) | undefined;

  constructor(element: () => HTMLElement | null) {
    this.#element = element;
  }

  get clientHeight(): number {
    this.#height ??= this.#element()?.clientHeight;
    return this.#height ?? 0;
  }

  get clientWidth(): number {
    this.#width ??= this.#element()?.clientWidth;
    return this.#width ?? 0;
  }

  get scrollLeft(): number {
    return this.#left;
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
    this.#left = element.scrollLeft;
    this.#height = element.clientHeight;
    this.#width = element.clientWidth;
  }

  /** Calls back whenever it was scrolled or has another size, until the returned function is called. */
  watch(update: Update): () => void {
    this.#updates.add(update);
    if (!this.#end) this.#listen(); // the element comes after what stands in it
    return () => {
      this.#updates.delete(update);
      if (this.#updates.size > 0) return;
      this.#end?.();
      this.#end = undefined;
    };
  }

  #listen(): void {
    const element = this.#element();
    if (!element) return;
    const update = (scrolled: boolean) => {
      for (const each of this.#updates) each(scrolled);
    };
    // In the frame of the scrolling itself, so that nothing is missing from what is painted.
    const scrolled = () => {
      this.look();
      flushSync(() => update(true));
    };
    const sizes = new ResizeObserver(() => {
      this.look();
      update(false);
    });
    element.addEventListener("scroll", scrolled, { passive: true });
    sizes.observe(element);
    this.#end = () => {
      element.removeEventListener("scroll", scrolled);
      sizes.disconnect();
    };
  }
}
