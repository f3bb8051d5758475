import type { FC } from "react";
import { CorrectAndEdit } from "./pages/CorrectAndEdit";
import { GettingStarted } from "./pages/GettingStarted";
import { HandBack } from "./pages/HandBack";
import { Import } from "./pages/Import";
import { Keyboard } from "./pages/Keyboard";
import { Safe } from "./pages/Safe";
import { SourceSystems } from "./pages/SourceSystems";
import { UndoAndHistory } from "./pages/UndoAndHistory";
import { Views } from "./pages/Views";
import { WhereIsMyData } from "./pages/WhereIsMyData";

export interface HelpEntry {
  /** The page's name in its address. */
  key: string;
  title: string;
  Page: FC;
}

/** The guide in reading order. */
export const pages: readonly HelpEntry[] = [
  { key: "getting-started", title: "Getting started", Page: GettingStarted },
  { key: "import", title: "Bring in a spreadsheet", Page: Import },
  { key: "correct-and-edit", title: "Correct and edit", Page: CorrectAndEdit },
  { key: "views", title: "Lists and views", Page: Views },
  { key: "undo-and-history", title: "Undo and history", Page: UndoAndHistory },
  { key: "hand-back", title: "Hand a spreadsheet back", Page: HandBack },
  { key: "source-systems", title: "Source systems", Page: SourceSystems },
  { key: "keyboard", title: "Keyboard", Page: Keyboard },
  { key: "safe", title: "Backups and safety", Page: Safe },
  { key: "where-is-my-data", title: "Where is my data?", Page: WhereIsMyData },
];
