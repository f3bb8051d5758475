import { type IconName, icons } from "./icons";

interface Props {
  /** A name of `icons`, or one that the model gives; a name without a picture shows a table. */
  name: IconName | (string & {});
  size?: 16 | 20 | 24 | 32 | 48;
  className?: string;
}

/** A picture beside words: it says nothing by itself, so screen readers pass it over. */
export function Icon({ name, size = 20, className }: Props) {
  const Picture = name in icons ? icons[name as IconName] : icons.table;
  return <Picture aria-hidden className={className} style={{ fontSize: size }} />;
}
