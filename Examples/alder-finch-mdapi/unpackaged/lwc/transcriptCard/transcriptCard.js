import { LightningElement, api, wire } from 'lwc';
import { getRecord, getFieldValue } from 'lightning/uiRecordApi';
import WAIT_TIME from '@salesforce/schema/LiveChatTranscript.WaitTime';
import SCORE from '@salesforce/schema/LiveChatTranscript.Survey_Score__c';

export default class TranscriptCard extends LightningElement {
    @api recordId;
    @wire(getRecord, { recordId: '$recordId', fields: [WAIT_TIME, SCORE] }) transcript;

    get waited() {
        return getFieldValue(this.transcript.data, WAIT_TIME);
    }
}
