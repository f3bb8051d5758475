import {
  Button,
  Input,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  ToolbarButton,
} from "@fluentui/react-components";
import { LinkRegular } from "@fluentui/react-icons/svg/link";
import type { Editor } from "@tiptap/react";
import { type FormEvent, useState } from "react";
import { useFieldHost } from "../host";
import { webAddress } from "../url/address";

interface LinkButtonProps {
  editor: Editor;
  on: boolean;
  open: boolean;
  setOpen: (open: boolean) => void;
}

/** Makes the selected words a link, changes or opens the link at the cursor, or takes it away. */
export function LinkButton({ editor, on, open, setOpen }: LinkButtonProps) {
  return (
    <Popover open={open} onOpenChange={(_, data) => setOpen(data.open)} trapFocus>
      <PopoverTrigger disableButtonEnhancement>
        <ToolbarButton
          appearance="subtle"
          aria-pressed={on}
          icon={<LinkRegular />}
          aria-label="Link"
          title="Link (Ctrl+Shift+L)"
        />
      </PopoverTrigger>
      <PopoverSurface>
        <LinkForm editor={editor} onDone={() => setOpen(false)} />
      </PopoverSurface>
    </Popover>
  );
}

function LinkForm({ editor, onDone }: { editor: Editor; onDone: () => void }) {
  const { openLink } = useFieldHost();
  const before: string = editor.getAttributes("link").href ?? "";
  const [words, setWords] = useState(before);
  const address = addressOf(words);

  function set(event: FormEvent) {
    event.preventDefault();
    event.stopPropagation();
    if (address) link(editor, address, words);
    onDone();
  }
  function remove() {
    editor.chain().focus().extendMarkRange("link").unsetLink().run();
    onDone();
  }
  return (
    <form className="stack richtext-link" onSubmit={set}>
      <Input
        aria-label="Address of the link"
        placeholder="https://…"
        value={words}
        onChange={(_, { value }) => setWords(value)}
      />
      <div className="row">
        {before && openLink && (
          <Button size="small" onClick={() => openLink(before)}>
            Open
          </Button>
        )}
        {before && (
          <Button size="small" onClick={remove}>
            Remove link
          </Button>
        )}
        <Button size="small" appearance="primary" type="submit" disabled={!address}>
          Set link
        </Button>
      </div>
    </form>
  );
}

const addressOf = (words: string) =>
  /^[^\s@/:]+@[^\s@/:]+\.[^\s@]+$/.test(words.trim())
    ? `mailto:${words.trim()}`
    : /^mailto:\S+@\S+$/i.test(words.trim())
      ? words.trim()
      : webAddress(words);

/** Links the selection; with nothing selected, the words of the address are written as the link. */
function link(editor: Editor, href: string, words: string): void {
  const chain = editor.chain().focus();
  if (editor.state.selection.empty && !editor.isActive("link")) {
    chain
      .insertContent({
        type: "text",
        text: words.trim(),
        marks: [{ type: "link", attrs: { href } }],
      })
      .run();
  } else chain.extendMarkRange("link").setLink({ href }).run();
}
