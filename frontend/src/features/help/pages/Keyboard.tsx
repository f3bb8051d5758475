import { KeySections, Keys } from "../../../commands";

export function Keyboard() {
  return (
    <>
      <p className="lead">
        Everything can be done without the mouse. If you remember one key, let it be{" "}
        <Keys keys="Mod+K" />: it finds any record, list or command by a part of its name, and shows
        the command’s own key beside it.
      </p>
      <p>
        <Keys keys="F6" /> moves between the top bar, the navigation and the page,{" "}
        <Keys keys="Shift+F6" /> to what a notice offers. Press <Keys keys="?" /> anywhere outside a
        text field to see the keys that work there.
      </p>
      <h2>Keys that work on this page and in lists</h2>
      <KeySections />
    </>
  );
}
