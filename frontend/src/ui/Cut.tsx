import type { ComponentPropsWithoutRef, MouseEvent } from "react";

interface Props extends Omit<ComponentPropsWithoutRef<"span">, "title"> {
  as?: "span" | "q" | "h1" | "p" | "strong";
}

/** Text that tells all of itself to the pointer where it is cut, and covers nothing where it is whole. */
export function Cut({ as: Text = "span", ...rest }: Props) {
  return <Text {...rest} onMouseEnter={titleWhereCut} />;
}

/** Whether text runs out of its element, to the right or below. */
export function isCut(element: Element): boolean {
  const { scrollWidth, clientWidth, scrollHeight, clientHeight } = element;
  return scrollWidth > clientWidth || scrollHeight > clientHeight + 1;
}

/** What Cut does, for elements that are more than text: links and labels. */
export function titleWhereCut({ currentTarget: text }: MouseEvent<HTMLElement>): void {
  text.title = isCut(text) ? (text.textContent ?? "") : "";
}
