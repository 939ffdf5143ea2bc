@import ServiceCore;
@import ServiceChat;

@interface AFChatDelegate : NSObject <SCSChatSessionDelegate>
@end

@implementation AFChatDelegate
- (void)session:(id<SCSChatSession>)session didEnd:(SCSChatSessionEndEvent *)endEvent {
  NSLog(@"chat ended");
}
@end
