import { type PropsWithChildren, type SyntheticEvent, useState } from "react";
import { Cut } from "../ui";

interface SourceLineProps {
  /** Where each field has its value from, by field key. */
  sources: Record<string, string>;
}

/** Shows below a form where the value of the field comes from that the pointer or else the focus is on. */
export function SourceLine({ sources, children }: PropsWithChildren<SourceLineProps>) {
  const [focused, setFocused] = useState("");
  const [hovered, setHovered] = useState("");
  const text = sources[hovered] ?? sources[focused];
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it looks on; the fields say the same by themselves
    <div
      className="form-sources"
      onFocus={(event) => setFocused(fieldOf(event))}
      onBlur={() => setFocused("")}
      onMouseOver={(event) => setHovered(fieldOf(event))}
      onMouseLeave={() => setHovered("")}
    >
      {children}
      {text && (
        <Cut as="p" className="form-source" aria-hidden>
          {text}
        </Cut>
      )}
    </div>
  );
}

const fieldOf = ({ target }: SyntheticEvent) =>
  (target as HTMLElement).closest?.<HTMLElement>("[data-field]")?.dataset.field ?? "";
