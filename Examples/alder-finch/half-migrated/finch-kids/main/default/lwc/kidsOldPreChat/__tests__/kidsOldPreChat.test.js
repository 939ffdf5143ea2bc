import { createElement } from 'lwc';
import KidsOldPreChat from 'c/kidsOldPreChat';

jest.mock('lightningsnapin/basePrechat', () => class {}, { virtual: true });

it('shows one button', () => {
    const element = createElement('c-kids-old-pre-chat', { is: KidsOldPreChat });
    document.body.appendChild(element);
    expect(element.shadowRoot.querySelectorAll('lightning-button').length).toBe(1);
});
