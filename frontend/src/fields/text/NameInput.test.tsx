import { FluentProvider } from "@fluentui/react-components";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import type { Field, schema } from "../../api";
import { ModelProvider } from "../../model";
import { light } from "../../ui/theme";
import { BesideProvider } from "../beside";
import { NameInput } from "./NameInput";

const fields = [{ key: "url", label: "URL", kind: "text" }];
const tables = [{ key: "system", label: "System", plural: "Systems", fields }];
const model = { tables, choices: [] } as unknown as schema.Model;

const field = { key: "fieldname", label: "Field Name", names: { what: "field", of: "target" } };

test("a key reads as its label, the list marks it, and picking it again changes nothing", async () => {
  const told = vi.fn();
  render(
    <QueryClientProvider client={new QueryClient()}>
      <ModelProvider model={model}>
        <FluentProvider theme={light}>
          <BesideProvider value={() => "system"}>
            <NameInput
              id="f"
              field={field as unknown as Field}
              value="url"
              text="url"
              onChange={told}
            />
          </BesideProvider>
        </FluentProvider>
      </ModelProvider>
    </QueryClientProvider>,
  );
  const box = screen.getByRole<HTMLInputElement>("combobox");
  expect(box.value).toBe("URL");
  const user = userEvent.setup();
  await user.click(box);
  const option = screen.getByRole("option", { name: "URL" });
  expect(option).toHaveAttribute("aria-selected", "true");
  await user.click(option);
  expect(told).toHaveBeenLastCalledWith("url");
});
