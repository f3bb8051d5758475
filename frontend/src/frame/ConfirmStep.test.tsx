import { FluentProvider } from "@fluentui/react-components";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { light } from "../ui/theme";
import { ConfirmStep } from "./ConfirmStep";

const step = { seq: 7, summary: "39 values of sources accepted", size: 117 };

test("the question counts what the change is called by, not the records that it keeps for itself", () => {
  render(
    <QueryClientProvider client={new QueryClient()}>
      <FluentProvider theme={light}>
        <ConfirmStep word="Undo" step={step} onClose={() => {}} />
      </FluentProvider>
    </QueryClientProvider>,
  );
  const dialog = screen.getByRole("alertdialog", { name: "Undo “39 values of sources accepted”?" });
  expect(dialog).not.toHaveTextContent("117");
  screen.getByRole("button", { name: "Undo all of it" });
});
