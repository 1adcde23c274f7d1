import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Dropdown } from './dropdown';

@Component({
  imports: [Dropdown],
  template: `<ml-dropdown label="All sources" panelLabel="Sources"
    ><label><input type="checkbox" />Weibo</label></ml-dropdown
  >`,
})
class Host {}

describe('Dropdown', () => {
  async function open() {
    const fixture = TestBed.createComponent(Host);
    document.body.append(fixture.nativeElement);
    await fixture.whenStable();
    const button = fixture.nativeElement.querySelector('button') as HTMLButtonElement;
    button.click();
    await fixture.whenStable();
    const panel = () => document.querySelector('[role=dialog]');
    return { fixture, button, panel };
  }

  it('opens a named panel and tells so', async () => {
    const { button, panel } = await open();
    expect(panel()?.getAttribute('aria-label')).toBe('Sources');
    expect(button.getAttribute('aria-expanded')).toBe('true');
  });

  it('closes with Escape and gives the focus back', async () => {
    const { fixture, button, panel } = await open();
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    await fixture.whenStable();
    expect(panel()).toBeNull();
    expect(document.activeElement).toBe(button);
  });

  it('closes with a click outside', async () => {
    const { fixture, panel } = await open();
    document.body.click();
    await fixture.whenStable();
    expect(panel()).toBeNull();
  });

  it('closes with a second click on its button', async () => {
    const { fixture, button, panel } = await open();
    button.click();
    await fixture.whenStable();
    expect(panel()).toBeNull();
  });
});
