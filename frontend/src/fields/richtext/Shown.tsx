import { type MouseEvent, useMemo } from "react";
import { useFieldHost } from "../host";
import { clean } from "./clean";

interface ShownProps {
  html: string;
  labelledBy?: string;
}

/** Rich text to read. Its links open outside the program, after asking. */
export function Shown({ html, labelledBy }: ShownProps) {
  const { openLink } = useFieldHost();
  const safe = useMemo(() => ({ __html: clean(html) }), [html]);
  const onClick = (event: MouseEvent) => {
    const address = linkAt(event.target);
    if (address) openLink?.(address);
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Enter on a link is a click on it
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for inputs
    <div
      role="group"
      aria-labelledby={labelledBy}
      className="richtext"
      onClick={onClick}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: cleaned just above
      dangerouslySetInnerHTML={safe}
    />
  );
}

/** The address of the link that was clicked, "" when it was none. */
export function linkAt(target: EventTarget | null): string {
  const link = target instanceof Element ? target.closest("a[href]") : null;
  return link?.getAttribute("href") ?? "";
}
