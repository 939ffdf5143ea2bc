// Written by `swift run EmbedRules`; edit the YAML files instead.

extension BuiltInRules {
  /// How the search for the literals of these packs is arranged, as `RuleSet.gramChoice` gives it.
  public static var grams: StaticString {
##"""
57498dd0531d42b4 813 0 0 4 1 0 2 2 0 2 3 5 7 4 5 7 5 2 4 6 2 4 7 2 4 8 5 4 9 0 2 10 8 5 11 8 5 12 2 2 13 2 2 14 1 2 15 1 2 16 1 2 17 1 2 18 2 3 19 2 3 20 8 0 21 0 4 22 10 4 23 10 7 24 0 2 25 1 2 26 1 2 27 1 2 28 1 2 29 0 2 30 1 2 31 1 2 32 0 0 33 1 2 34 1 2 35 2 0 36 0 6 37 5 6 38 5 2 39 5 0 40 3 0 41 11 6 42 0 2 43 8 6 44 0 2 45 5 7 46 15 4 47 15 4 48 15 4 49 16 4 50 15 4 51 6 2 52 15 4 53 15 4 54 0 2 55 0 2 56 5 2 57 0 2 58 0 2 59 0 2 60 0 2 61 0 2 62 1 0 63 10 7 64 8 0 65 8 0 66 15 2 67 3 2 68 3 2 69 3 2 70 3 2 71 0 2 72 0 2 73 5 4 74 7 2 75 7 2 76 9 2 77 9 2 78 0 2 79 5 3 80 2 7 81 13 4 82 7 2 83 9 5 84 13 7 85 0 2 86 0 1 87 0 2 88 2 2 89 0 6 90 1 4 91 8 3 92 10 0 93 2 3 94 6 6 95 3 6 96 7 3 97 0 1 98 1 5 99 3 5 100 6 6 101 3 6 102 7 3 103 5 7 104 2 7 105 1 7 106 3 1 107 4 6 108 0 4 109 3 6 110 7 4 111 24 3 112 17 3 113 9 7 114 0 2 115 1 7 116 0 5 117 7 3 118 13 4 119 12 4 120 10 0 121 4 0 122 1 4 123 3 4 124 5 7 125 0 2 126 4 7 127 4 5 128 4 7 129 1 4 130 3 4 131 5 7 132 0 2 133 0 2 134 0 2 135 0 2 136 0 2 137 0 2 138 4 7 139 5 2 140 0 2 141 0 2 142 0 2 143 9 5 144 1 5 145 0 7 146 2 7 147 3 1 148 4 6 149 0 4 150 3 6 151 7 4 152 16 7 153 6 5 154 8 3 155 0 1 156 1 1 157 1 4 158 3 4 159 5 7 160 1 1 161 1 4 162 3 4 163 5 7 164 1 1 165 1 4 166 3 4 167 5 7 168 0 6 169 0 5 170 1 5 171 0 1 172 3 1 173 4 3 174 15 3 175 2 4 176 8 3 177 7 4 178 13 1 179 0 2 180 0 2 181 0 2 182 2 0 183 0 0 184 1 4 185 3 4 186 5 7 187 0 2 188 1 4 189 3 4 190 5 7 191 0 2 192 1 4 193 3 4 194 5 7 195 4 0 196 8 2 197 0 2 198 0 2 199 0 2 200 0 2 201 0 5 202 2 5 203 1 4 204 3 4 205 5 7 206 1 3 207 0 0 208 0 4 209 1 4 210 3 4 211 5 7 212 0 0 213 2 0 214 1 4 215 3 4 216 5 7 217 0 2 218 0 2 219 0 2 220 7 2 221 0 2 222 7 2 223 0 3 224 0 2 225 0 2 226 0 2 227 0 2 228 0 2 229 0 2 230 5 4 231 1 4 232 3 4 233 5 7 234 6 4 235 1 4 236 3 4 237 5 7 238 1 4 239 3 4 240 5 7 241 5 1 242 4 1 243 1 4 244 3 4 245 5 7 246 4 2 247 4 2 248 10 4 249 0 2 250 9 0 251 9 0 252 4 7 253 4 7 254 0 2 255 1 3 256 0 4 257 1 7 258 1 4 259 3 4 260 5 7 261 13 7 262 4 7 263 0 2 264 0 2 265 0 2 266 7 7 267 0 2 268 1 2 269 1 2 270 1 2 271 4 7 272 4 7 273 0 0 274 1 5 275 4 0 276 4 7 277 6 4 278 0 1 279 3 3 280 0 4 281 0 1 282 0 1 283 0 1 284 4 7 285 3 5 286 1 5 287 0 7 288 12 1 289 0 7 290 3 7 291 1 7 292 0 1 293 4 5 294 8 4 295 10 0 296 2 4 297 11 6 298 9 4 299 10 6 300 6 4 301 2 4 302 1 2 303 6 1 304 1 4 305 8 4 306 9 3 307 14 4 308 21 4 309 18 6 310 19 6 311 0 7 312 0 7 313 0 4 314 1 4 315 11 6 316 9 4 317 10 6 318 6 5 319 8 7 320 6 5 321 3 7 322 2 7 323 0 1 324 3 1 325 12 4 326 10 0 327 2 4 328 24 7 329 20 5 330 8 3 331 0 6 332 0 7 333 2 7 334 1 3 335 10 6 336 4 4 337 9 6 338 15 0 339 16 7 340 12 5 341 9 2 342 0 1 343 1 1 344 0 2 345 0 0 346 4 7 347 0 5 348 3 2 349 0 5 350 0 6 351 6 6 352 10 6 353 4 4 354 9 6 355 3 0 356 11 4 357 3 6 358 5 4 359 4 3 360 1 7 361 3 6 362 4 5 363 0 4 364 3 6 365 2 4 366 5 4 367 7 4 368 3 6 369 4 7 370 0 3 371 0 2 372 0 1 373 4 5 374 0 4 375 3 6 376 2 4 377 21 4 378 23 4 379 19 6 380 7 1 381 4 1 382 4 0 383 0 6 384 1 4 385 8 3 386 16 0 387 2 3 388 9 1 389 12 7 390 12 5 391 4 7 392 1 0 393 6 7 394 10 2 395 7 4 396 6 6 397 0 4 398 4 7 399 5 3 400 5 7 401 5 7 402 5 1 403 4 3 404 11 4 405 6 5 406 6 4 407 2 6 408 12 4 409 3 4 410 2 2 411 5 7 412 5 7 413 4 7 414 2 4 415 0 1 416 0 4 417 4 7 418 4 7 419 4 7 420 4 7 421 4 7 422 6 7 423 4 7 424 6 1 425 7 1 426 4 7 427 8 7 428 6 7 429 0 0 430 4 6 431 4 6 432 5 5 433 2 5 434 6 6 435 13 4 436 8 3 437 16 0 438 9 0 439 8 3 440 5 7 441 27 3 442 0 6 443 0 6 444 0 6 445 1 6 446 4 5 447 0 6 448 1 4 449 4 4 450 9 6 451 2 3 452 19 4 453 0 3 454 1 7 455 1 6 456 1 4 457 19 4 458 0 3 459 1 7 460 0 6 461 0 2 462 0 2 463 5 6 464 11 6 465 4 2 466 11 1 467 3 2 468 3 2 469 19 7 470 13 4 471 0 0 472 5 2 473 1 1 474 7 1 475 0 7 476 1 0 477 1 0 478 0 7 479 0 3 480 0 6 481 1 4 482 12 3 483 4 0 484 15 0 485 3 6 486 1 4 487 7 4 488 2 2 489 1 2 490 4 1 491 3 5 492 3 2 493 3 2 494 0 6 495 0 7 496 0 6 497 0 6 498 0 7 499 0 6 500 0 1 501 0 3 502 4 3 503 4 3 504 10 1 505 4 7 506 19 4 507 10 5 508 10 5 509 10 5 510 10 5 511 10 5 512 10 5 513 10 5 514 10 5 515 10 5 516 10 5 517 0 1 518 10 5 519 3 2 520 4 6 521 4 6 522 4 6 523 0 6 524 4 6 525 4 6 526 0 2 527 0 2 528 0 2 529 0 0 530 6 4 531 3 7 532 2 0 533 1 4 534 1 4 535 0 0 536 14 0 537 0 0 538 0 0 539 0 0 540 0 2 541 0 0 542 1 2 543 2 4 544 4 6 545 13 4 546 3 6 547 13 6 548 13 0 549 12 0 550 15 6 551 8 6 552 0 0 553 0 0 554 0 6 555 4 6 556 6 6 557 6 6 558 8 0 559 2 3 560 8 0 561 4 7 562 4 7 563 0 2 564 0 2 565 9 2 566 13 4 567 5 7 568 7 4 569 0 2 570 4 0 571 5 1 572 0 2 573 4 4 574 5 4 575 1 4 576 3 4 577 5 7 578 7 2 579 1 1 580 1 1 581 1 1 582 0 6 583 1 5 584 1 7 585 7 4 586 12 4 587 15 3 588 19 4 589 6 6 590 3 6 591 5 4 592 0 1 593 0 4 594 2 1 595 2 1 596 2 1 597 2 1 598 2 1 599 2 1 600 5 4 601 2 7 602 0 7 603 0 4 604 4 7 605 4 7 606 4 7 607 0 1 608 0 0 609 5 6 610 0 1 611 1 3 612 5 2 613 0 6 614 1 4 615 4 4 616 9 6 617 2 3 618 4 5 619 7 2 620 4 7 621 0 0 622 5 2 623 1 3 624 4 6 625 0 4 626 3 6 627 9 0 628 12 4 629 0 7 630 4 3 631 0 7 632 1 3 633 5 2 634 3 6 635 7 4 636 12 4 637 9 6 638 4 0 639 4 5 640 12 1 641 4 7 642 0 2 643 2 1 644 0 2 645 0 4 646 0 4 647 0 4 648 8 5 649 6 7 650 0 7 651 0 7 652 0 7 653 0 4 654 0 4 655 1 1 656 6 0 657 4 7 658 4 7 659 4 7 660 2 2 661 0 4 662 4 7 663 0 7 664 5 1 665 7 3 666 16 6 667 8 4 668 10 0 669 3 0 670 9 2 671 10 6 672 11 6 673 1 2 674 0 2 675 9 2 676 14 5 677 3 6 678 2 2 679 0 5 680 4 5 681 0 6 682 1 4 683 4 4 684 9 6 685 2 3 686 19 3 687 5 4 688 3 6 689 0 4 690 4 7 691 7 3 692 16 6 693 8 4 694 10 0 695 3 0 696 1 4 697 2 2 698 15 6 699 3 7 700 3 7 701 8 1 702 0 1 703 0 1 704 2 7 705 2 6 706 1 2 707 4 5 708 2 5 709 2 5 710 0 4 711 0 1 712 1 1 713 1 4 714 2 2 715 14 4 716 12 1 717 0 4 718 11 1 719 0 4 720 0 4 721 4 1 722 5 1 723 0 6 724 1 4 725 4 3 726 10 0 727 2 3 728 2 4 729 3 3 730 1 4 731 4 6 732 0 7 733 2 4 734 3 3 735 1 4 736 0 4 737 3 0 738 1 0 739 2 4 740 3 3 741 1 4 742 0 4 743 2 0 744 1 0 745 2 4 746 3 3 747 1 4 748 0 4 749 4 1 750 5 1 751 3 7 752 3 7 753 0 1 754 0 1 755 0 1 756 0 0 757 0 0 758 5 4 759 6 7 760 3 1 761 3 1 762 1 0 763 1 0 764 2 1 765 2 1 766 1 0 767 1 0 768 1 1 769 10 3 770 10 3 771 1 2 772 1 2 773 6 2 774 10 7 775 10 7 776 14 2 777 9 2 778 1 2 779 1 2 780 7 2 781 0 2 782 0 2 783 0 2 784 0 2 785 7 7 786 3 7 787 3 2 788 3 2 789 5 4 790 8 0 791 8 0 792 8 0 793 8 0 794 8 0 795 1 3 796 3 2 797 3 2 798 0 0 799 8 0 800 8 0 801 10 4 802 8 0 803 8 0 804 1 5 805 0 2 806 0 2 807 0 2 808 0 2 809 0 2 810 0 2 811 0 2 812 1 2
"""##
  }

  /// The packs in the form that `RulePack.decodeEmbedded` reads.
  public static var packs: StaticString {
##"""
1;11:legacy-chat5:1.0.059:Salesforce legacy Chat ("Live Agent") and its Chat REST API22:Salesforce legacy Chat6;10:Live Agent13:Chat REST API14:Deployment API13:Snap-ins Chat21:Embedded Service Chat16:Service Chat SDK--10:2026-02-1453:Enhanced Chat (formerly Messaging for In-App and Web)5;82:Whether any customer was given an extension, or the retirement happened in phases.92:What the chat servers and the deployment and Embedded Service scripts answer after the date.86:Whether the chat servers stay up for agent presence in Omni-Channel, and for how long.94:Whether Setup still shows the chat settings, and whether their metadata can still be deployed.71:Whether reading old transcripts will need a licence or will be limited.8;45:Announcement of the retirement of legacy Chat61:https://help.salesforce.com/s/articleView?id=001790618&type=170:Chat REST API Developer Guide: get started, with the retirement notice122:https://developer.salesforce.com/docs/atlas.en-us.live_agent_rest.meta/live_agent_rest/live_agent_rest_getting_started.htm67:Chat REST API Developer Guide: overview, with the retirement notice136:https://developer.salesforce.com/docs/atlas.en-us.264.0.live_agent_rest.meta/live_agent_rest/live_agent_rest_understanding_resources.htm71:Chat Developer Guide: customise deployments, with the retirement notice129:https://developer.salesforce.com/docs/atlas.en-us.262.0.live_agent_dev.meta/live_agent_dev/live_agent_customizing_deployments.htm78:Embedded Service for Web Developer Guide: overview, with the retirement notice109:https://developer.salesforce.com/docs/service/embedded-services-web-dev-guide/guide/snapins-web-overview.html69:Service SDK for iOS: set up Service Cloud, with the retirement notice95:https://developer.salesforce.com/docs/service/service-sdk-ios/guide/servicesdk-cloud-setup.html67:Service SDK for Android Developer Guide, with the retirement notice137:https://developer.salesforce.com/docs/atlas.en-us.noversion.service_sdk_android.meta/service_sdk_android/servicesdk_android_dev_guide.htm59:How to see whether an org uses Chat (Japanese), 8 July 202451:https://successjp.salesforce.com/article/NAI-00093743;2:A18:Discover41:Freeze the scope and complete the exports+270:Retrieve every metadata type that the coverage section lists as absent. Export by query what no manifest can hold: the routing of the chat buttons, the visitor blocking rules, the users with the chat licence, and the number of transcripts per button in the last 90 days.24:Salesforce administrator0;+0;++2;+8;=28;3:org-1;47:Salesforce CLI: generate a manifest from an org122:https://developer.salesforce.com/docs/platform/salesforce-cli-reference/guide/cli_reference_project_generate_manifest.html2:A28:Discover41:List what depends on chat outside the org+216:Go through the web sites on the deployments' allow lists, tag managers, mobile apps, middleware that calls the Chat REST API, bot platforms, reporting and archive jobs, firewalls and proxies. Audit their sources too.18:solution architect1;2:A1+0;++4;+16;=33;3:org-0;2:A38:Discover47:Sort entry points into live, unused and history+125:An entry point without a chat in the last 90 days needs no replacement, only removal. Write down the owner of every live one.22:contact centre manager1;2:A1+0;++2;+8;=36;3:org-0;2:A48:Discover44:Choose the target for every live entry point+301:Decide for each: web, in-app or API channel; bot or person first; synchronous or asynchronous sessions; guests or verified users. Some features have no counterpart: sneak peek, visitor blocking, page-to-console custom events, page tracking, Visualforce chat windows, the Classic console, pull routing.=33;1;2:A3+0;++4;+24;=33;3:org-0;2:A58:Discover37:Decide how long chat records are kept+132:Agree with legal and privacy on transcripts, visitor records, addresses and attachments, before anything is switched off or deleted.15:privacy officer1;2:A1+0;++2;+8;15:privacy officer3:org-0;2:B124:Licences and foundations35:Get the licences of the new product+166:Enhanced Chat needs an entitlement of its own and a permission set licence per agent. Check edition, seats and limits with the vendor, and have a sandbox provisioned.11:procurement1;2:A4+0;++2;+16;11:procurement3:org-1;42:Enhanced Chat: allocations and rate limits78:https://help.salesforce.com/apex/HTViewHelpDoc?id=service.miaw_rate_limits.htm2:B2=41;36:Switch on messaging and Omni-Channel+117:Enable messaging in Messaging Settings, Omni-Channel, and Digital Experiences with a My Domain, first in the sandbox.=28;1;2:B1+1;21:messaging-switched-on++1;+4;=28;3:org-0;2:B3=41;39:Decide how agents' capacity is measured+191:Tab-based or status-based capacity counts for the whole org and changes the load of every channel. It also limits which inactivity settings are available, so decide before channels are built.=36;1;2:B2+0;++2;+8;=36;3:org+100:Set the capacity model back; it counts for the whole org, so tell every channel's supervisors first.0;2:B4=41;47:Give agents and supervisors the new permissions+208:Permission sets with the Enhanced Chat licence and permission, and access to messaging sessions, messaging users and conversation entries. Permission sets for other messaging channels are a different licence.=28;1;2:B1+1;24:enhanced-chat-permission++2;+8;=28;3:org-0;2:C17:Routing34:Let queues take messaging sessions+78:Add MessagingSession and MessagingEndUser to the queues that take chats today.=28;1;2:B2+1;18:queue-of-messaging+-3:0.5+2;=28;3:org-0;2:C27:Routing41:Let presence statuses take messaging work+124:Add the channel sfdc_livemessage to the statuses that hold sfdc_liveagent. Keep both while the two products run in parallel.=28;2;2:B22:B3+1;30:presence-status-with-messaging+-3:0.5+2;=28;3:org+48:Take sfdc_livemessage out of the statuses again.0;2:C37:Routing27:Set weights and skills anew+127:Asynchronous sessions live longer than chats. Review capacity weights, routing models and skills of the routing configurations.=28;1;2:B3-0;++2;+8;=28;3:org-0;2:C47:Routing25:Rebuild the routing flows+200:Inbound, outbound and fallback flows on the messaging channel, with MessagingSession as their input. What a page decided with button overrides, agents or fallback routing becomes a decision in a flow.20:Salesforce developer1;2:C1-1;20:flow-routes-messages++4;+16;=66;3:org-0;2:C57:Routing29:Create the messaging channels+216:One channel per entry point with its fallback queue, business hours, automated responses, parameters, file policy and rules for sensitive data. Without a fallback queue customers can be left waiting without an error.=28;2;2:C12:C4+1;17:messaging-channel++4;+16;=28;7:channel-0;2:D124:Deployment and front end38:Create and publish the new deployments+214:A web deployment is created in Setup or through the Connect API; the Metadata API can only update it. Deployments for mobile apps and API clients can be deployed as metadata. A legacy deployment can't be converted.=28;1;2:C5+2;35:embedded-configuration-of-messaging18:enhanced-chat-site++2;+8;=28;10:deployment-0;2:D2=71;31:Run the vendor's migration tool+222:Where an embedded legacy deployment exists, the tool in Setup copies branding, some labels, idle time-out and queue objects, one language per run. Run it before polishing by hand, because it overwrites branding and labels.=28;1;2:D1-0;++1;+4;=28;10:deployment-0;2:D3=71;19:Allow the new hosts+218:Add cross-origin entries and trusted URLs for every web domain, staging included, and open proxies and firewalls for long-lived connections to the org's my.salesforce-scrt.com and my.site.com hosts. Remove nothing yet.=28;1;2:D1+2;19:enhanced-chat-hosts26:enhanced-chat-host-trusted++2;+8;=28;3:org-0;2:D4=71;30:Rebuild pre-chat and post-chat+212:Forms and standard parameters in the deployment, custom parameters on the channel, hidden and prefilled fields through the page's prechat API after the ready event. Decide what takes the place of post-chat pages.13:web developer2;2:C52:D1-1;20:enhanced-web-prechat++2;+8;13:web developer10:deployment-0;2:D5=71;22:Link records in a flow+192:Finding, creating and linking contacts, leads and cases from pre-chat answers moves into an Omni-Channel flow. Parameters arrive there as text. Review duplicate rules and what guests may read.=66;2;2:C42:D4-0;++4;+24;=66;10:deployment-0;2:D6=71;30:Rewrite custom chat components+119:Pre-chat, message bubble and header components get the messaging targets. There is no target for a minimised component.=66;1;2:D1-2;30:messaging-lightning-components38:embedded-custom-component-of-messaging++2;+8;=66;3:org-0;2:D7=71;28:Redo labels and translations+102:Set the custom labels of the new deployment for every language; there is no published one-to-one list.=28;1;2:D1-1;25:embedded-messaging-labels++1;+4;=28;8:language-0;2:D8=71;54:Rebuild invitations, availability and the offline path+183:Invitation conditions, button visibility by agent availability, queue limits and business hours are settings of channel and deployment; no script call asks whether an agent is online.=28;1;2:C5-1;25:enhanced-web-availability++2;+16;=28;10:deployment-0;2:D9=71;41:Replace the component on Experience sites+100:Put the embedded messaging component in place of the legacy one on every site and publish the sites.=28;1;2:D1-2;23:site-with-enhanced-chat26:embedded-menu-of-messaging++1;+4;=28;4:site+87:Publish the site again with the legacy component, while the old endpoint still answers.0;3:D10=71;32:Replace the snippet on web pages+192:Put the new snippet into every page template and tag manager behind a switch, so that the old one can come back during the pilot. Don't forget styles and typings that belong to the old window.13:web developer2;2:D12:D3-1;20:enhanced-web-snippet++2;+8;13:web developer8:web site+78:Turn the switch back to the old snippet, while the old endpoint still answers.0;3:D11=71;32:Move mobile apps and API clients+176:Mobile apps get the messaging in-app SDK, REST clients the Enhanced Chat API with its event stream. Both have the longest lead time; start them as soon as the target is chosen.21:integration developer1;2:D1-2;17:enhanced-chat-api20:messaging-mobile-sdk++4;+16;=108;6:client+99:Keep the old client behind a switch; an app that is already in people's hands can't be called back.0;2:E119:Bots and automation28:Move bots and their hand-off+148:Turn bots into enhanced bots or agents with inbound and outbound flows, connect outside bot platforms to messaging, and test the hand-off to people.13:bot developer2;2:C42:C5-1;16:bot-of-messaging++4;+16;13:bot developer3:bot+88:Point the bot's hand-off at the chat button again, while the old endpoint still answers.0;2:E2=112;45:Move automation and code off the chat objects+215:Triggers, flows, workflow, validation and Apex on chat objects fall silent once no chat is created. Build their counterparts on MessagingSession or remove them. Sessions reopen and one conversation can have several.=66;1;2:C5-2;25:messaging-objects-in-code33:flow-starts-on-messaging-sessions++2;+8;=66;3:org-0;2:E3=112;27:Rebuild the agents' console+135:Record page of MessagingSession with the enhanced conversation, actions, macros, Quick Text, and toolkit code on the Lightning console.=66;1;2:C2-2;27:conversation-toolkit-module24:record-page-of-messaging++4;+16;=66;3:org+57:Assign the old record page and console application again.0;2:E4=112;40:Move integrations that read chat records+181:Change events, PushTopics, extracts, quality and AI tools. The text of a conversation is no longer one field: it is read per conversation through the Connect API, within its limits.=108;1;2:C5-1;24:conversation-entries-api++4;+16;=108;11:integration-0;2:F19:Reporting44:Rebuild reports and agree on the key figures+168:Report types, reports and dashboards on messaging objects. Waiting time, handling time and abandonment mean something else there; export a baseline before the cut-over.12:data analyst1;2:C5-1;24:report-type-of-messaging++4;+24;12:data analyst3:org-0;2:F29:Reporting36:Put old and new figures side by side+92:Build a combined history in reports or a warehouse, as far as the retention decision allows.12:data analyst2;2:A52:F1-0;++4;+16;12:data analyst3:org-0;2:G17:Go-live20:Test from end to end+141:Guests and verified users, several tabs, mobile browsers, out-of-hours, transfer, conference, bot hand-off, file types, sensitive data, load.6:tester15;2:D22:D32:D42:D52:D62:D72:D82:D93:D103:D112:E12:E22:E32:E42:F1+0;++8;+40;6:tester3:org-0;2:G27:Go-live28:Train agents and supervisors+140:Ending a session doesn't end the conversation, inactive sessions come back, flags and whispers work differently, and there is no sneak peek.=36;2;2:C22:E3+0;++4;+16;=36;3:org-0;2:G37:Go-live26:Pilot on one page or brand+79:Run both products in parallel behind the switch and compare volumes and errors.13:web developer2;2:G12:G2+0;++4;+16;13:web developer3:org+80:Turn the switch back on the piloted pages, while the old endpoint still answers.0;2:G47:Go-live26:Cut over every entry point+105:Watch for sessions that keep waiting, for a hidden button and for content security errors in the browser.=33;1;2:G3+0;++2;+8;=33;3:org+110:Turn every switch back, while the old endpoint still answers; messaging sessions that run stay where they are.0;2:G57:Go-live32:Watch closely after the cut-over+99:A way back exists only as long as the old endpoint still answers; check that before counting on it.=33;1;2:G4+0;++4;+16;=33;3:org-0;2:H112:Decommission40:Remove snippets, buttons and deployments+137:Deactivate buttons, invitations and deployments, then remove snippets, script copies, settings files, Visualforce pages and set-up sites.=28;2;2:A52:G5-0;++2;+8;=28;3:org+109:Deploy buttons and deployments again from the export of step A1; whether that is still accepted is not known.0;2:H212:Decommission24:Remove chat from routing+130:Take sfdc_liveagent out of presence statuses, chat objects out of queues, and delete routing flows and skills that only chat used.=28;1;2:H1-0;++1;+4;=28;3:org+67:Deploy statuses, queues and flows again from the export of step A1.0;2:H312:Decommission56:Remove configuration, permissions and allow-list entries+199:Agent configurations, the chat licence flag and what sets it, tabs, console settings, snap-in quick actions, labels, allow-list entries for the chat servers, and the scratch-org feature in pipelines.=28;1;2:H1-0;++2;+8;=28;3:org+65:Deploy permissions and settings again from the export of step A1.0;2:H412:Decommission46:Keep what old transcripts need, then delete it+127:Read permissions, a page and related lists stay as long as records must be kept. After that delete records and access together.=28;1;2:A5-0;++1;+4;=28;3:org+61:None for deleted records; only the export of step I1 is left.0;2:H512:Decommission20:Switch Chat off last+170:Check bots first, which historically needed Chat to be on. Destroy in this order: code, flows, pages and layouts, embedded configurations, buttons, deployments, settings.=28;3;2:H22:H32:I1+0;++1;+4;=28;3:org+34:None is promised once Chat is off.0;2:I14:Data23:Export the chat records+121:Transcripts with their text, transcript events, visitors, agent sessions and attached files, before Chat is switched off.12:data analyst1;2:A5+0;++2;+16;12:data analyst3:org-0;2:I24:Data38:Extend deletion and anonymisation jobs+129:Jobs on chat records go on for the old data; messaging sessions, conversation entries and messaging users need jobs of their own.=66;1;2:C5-0;++2;+8;=66;3:job-0;67;14:LiveChatButton1;1:*+102:chat buttons, their routing, pages and languages can't be seen; code that names a button leads nowhere18:LiveChatDeployment1;1:*+59:chat deployments and the web sites they allow can't be seen19:LiveChatAgentConfig1;1:*+46:who may chat with which settings can't be seen25:LiveChatSensitiveDataRule1;1:*+55:rules that mask card numbers and the like can't be seen21:EmbeddedServiceConfig0;-78:embedded deployments can't be seen, so embedded chats may be missed altogether24:EmbeddedServiceLiveAgent0;-80:what ties an embedded deployment to its button and chat deployment can't be seen23:EmbeddedServiceBranding0;-59:colours, fonts and pictures of embedded chats can't be seen27:EmbeddedServiceMenuSettings0;-46:channel menus that lead to chats can't be seen25:EmbeddedServiceFlowConfig0;-48:embedded flows can't be told from embedded chats27:EmbeddedServiceFieldService0;-56:embedded field service can't be told from embedded chats11:BrandingSet1;1:*+90:looks of the new deployments can't be seen, so the migration may look less done than it is16:MessagingChannel0;-89:channels of the new product can't be seen, so the migration may look less done than it is8:Settings6;9:LiveAgent11:LiveMessage11:OmniChannel3:Bot4:Case6:Search+81:whether Chat and messaging are switched on, and with which options, can't be seen3:Bot1;1:*+50:bots that hand over to a chat button can't be seen10:BotVersion1;1:*+50:what a bot asks and does with a chat can't be seen14:ServiceChannel1;1:*+39:channels that route chats can't be seen21:ServicePresenceStatus1;1:*+49:statuses in which agents take chats can't be seen18:PresenceUserConfig1;1:*+37:capacity of chat agents can't be seen21:PresenceDeclineReason1;1:*+41:reasons for declining chats can't be seen18:QueueRoutingConfig1;1:*+48:weights and models of chat routing can't be seen5:Queue1;1:*+64:queues that take chats can't be seen, and chains end before them5:Skill1;1:*+45:skills that chats are routed by can't be seen20:OmniSupervisorConfig1;1:*+43:what supervisors see of chats can't be seen4:Flow1;1:*+58:routing flows and automation on chat records can't be seen14:FlowDefinition1;1:*+42:which version of a flow runs can't be seen8:Workflow3;1:*18:LiveChatTranscript16:LiveAgentSession+70:workflow rules, alerts and field updates on chat records can't be seen9:ApexClass1;1:*+52:code that reads or writes chat records can't be seen11:ApexTrigger1;1:*+49:triggers that wait for chat records can't be seen8:ApexPage1;1:*+56:chat windows, pre-chat and post-chat pages can't be seen13:ApexComponent1;1:*+45:parts of chat windows and pages can't be seen20:AuraDefinitionBundle1;1:*+61:custom chat components and console toolkit code can't be seen24:LightningComponentBundle1;1:*+=213;14:StaticResource1;1:*+65:snippets, settings files and copies of chat scripts can't be seen16:ExperienceBundle1;1:*+76:chats on Experience sites can't be seen; an org setting must allow this type23:DigitalExperienceBundle1;1:*+48:chats on enhanced Experience sites can't be seen7:Network1;1:*+42:which Experience sites exist can't be seen10:CustomSite1;1:*+41:sites that serve chat pages can't be seen12:CustomObject16;1:*=205;23:LiveChatTranscriptEvent23:LiveChatTranscriptSkill15:LiveChatVisitor=206;9:AgentWork4:Case7:Contact4:Lead7:Account11:Opportunity8:Activity4:Task5:Event4:User+72:custom fields, record types and list views on chat objects can't be seen23:CustomObjectTranslation1;1:*+42:translations of chat objects can't be seen6:Layout1;1:*+56:related lists and fields of chats on pages can't be seen9:FlexiPage1;1:*+60:record pages and consoles with chat components can't be seen11:QuickAction1;1:*+62:actions that embedded chats use before and after can't be seen9:CustomTab1;1:*+32:tabs of chat pages can't be seen17:CustomApplication1;1:*+57:consoles and applications with chat in them can't be seen12:SharingRules3;1:*=205;=206;+35:who sees chat records can't be seen15:AssignmentRules1;1:*+44:case assignment by chat origin can't be seen7:Profile1;1:*+64:rights on chat objects, pages and tabs in profiles can't be seen13:PermissionSet1;1:*+73:rights on chat objects and the permissions of both products can't be seen18:PermissionSetGroup1;1:*+42:groups that give chat rights can't be seen19:MutingPermissionSet1;1:*+47:groups that take chat rights away can't be seen10:ReportType1;1:*+42:report types on chat records can't be seen6:Report0;-60:reports on chat records can't be seen; folders must be named9:Dashboard0;-63:dashboards on chat records can't be seen; folders must be named13:EmailTemplate0;-65:e-mail with chat transcripts can't be seen; folders must be named12:CustomLabels1;12:CustomLabels+49:labels with chat addresses or texts can't be seen12:Translations1;1:*+36:translated chat labels can't be seen14:CustomMetadata1;1:*+55:chat ids and endpoints in custom metadata can't be seen17:RemoteSiteSetting1;1:*+40:servers that Apex may call can't be seen14:CspTrustedSite1;1:*+46:servers that pages may load from can't be seen19:CorsWhitelistOrigin1;1:*+45:web sites that may call the org can't be seen15:NamedCredential1;1:*+47:endpoints that Apex calls by name can't be seen18:ExternalCredential1;1:*+45:logins that named endpoints use can't be seen26:IframeWhiteListUrlSettings1;1:*+45:sites that may frame chat pages can't be seen20:PlatformEventChannel1;1:*+37:streams of chat records can't be seen26:PlatformEventChannelMember1;1:*+=259;25:TransactionSecurityPolicy1;1:*+46:policies that watch chat records can't be seen16:InstalledPackage1;1:*+57:packages that bring chat parts of their own can't be seen12;12:omni-routing84:Which queue, skill or flow does each chat button that is routed by Omni-Channel use?=28;+92:Run the query for LiveChatButton that 'manifest' prints and pass the results with --records.+2:C416:invitation-rules38:Which rules invite visitors to a chat?=28;+68:Open each automated invitation in Setup; its rules are in no export.+2:D814:blocking-rules56:Which visitors are blocked, and does that have to go on?=36;+62:Run the query for LiveChatBlockingRule that 'manifest' prints.+2:A419:agents-and-licences78:Who has the chat licence, and how many licences of the new product are needed?=28;+47:Run the query for users that 'manifest' prints.+2:B18:real-use75:How many chats came in by deployment and button in the last 30 and 90 days?=36;+84:Run the counting queries that 'manifest' prints and pass the results with --records.+2:A39:web-sites73:Which web sites that are not in the audited sources carry a chat snippet?13:web developer+90:Go through the allowed domains of the deployments and search the pages as they are served.+2:A212:tag-managers46:Does a tag manager put the snippet into pages?13:web developer+79:Search the containers of every tag manager; the pages' sources don't show them.+3:D1011:mobile-apps85:Which released app versions hold the mobile SDK, and until when will people use them?16:mobile developer+61:Ask for the sources of every app and for the versions in use.+3:D1113:network-rules48:Which firewalls and proxies allow hosts by name?21:network administrator+52:Compare their lists with the hosts in the inventory.+2:D310:quick-text44:Which quick texts are only offered in chats?=36;+72:Quick texts are records; list those whose channels name the old product.+2:E314:report-folders54:Which report and dashboard folders were not retrieved?12:data analyst+61:List the folders in the org and compare them with the export.+2:F118:readers-of-records63:Which warehouses, archives and quality tools read chat records?12:data analyst+172:Run the query for ApiTotalUsageEventLog that 'manifest' prints and pass the results with --records; list the connected apps and the users whose only work is an integration.+2:E410;=166;61:SELECT Id, DeveloperName, MasterLabel FROM LiveChatDeployment53:tells which deployment an id in a web page stands for2:Id+=166;13:DeveloperName+13:deployment-id0;0;-14:LiveChatButton141:SELECT Id, DeveloperName, MasterLabel, IsActive, Type, RoutingType, QueueId, RoutingConfigurationId, IsRoutingFlowEnabled FROM LiveChatButton86:tells which button an id stands for, and the queue of buttons that Omni-Channel routes2:Id+14:LiveChatButton13:DeveloperName+9:button-id2;7:QueueId2;5:Queue22:RoutingConfigurationId0;=197;2;8:IsActive11:RoutingType-5:Group62:SELECT Id, DeveloperName, Name FROM Group WHERE Type = 'Queue'34:tells which queue an id stands for2:Id+5:Queue13:DeveloperName-0;0;-=197;48:SELECT Id, DeveloperName FROM QueueRoutingConfig50:tells which routing configuration an id stands for2:Id+=197;13:DeveloperName-0;0;-32:LiveChatTranscript by deployment135:SELECT LiveChatDeploymentId, COUNT(Id) chats30 FROM LiveChatTranscript WHERE CreatedDate = LAST_N_DAYS:30 GROUP BY LiveChatDeploymentId41:tells which deployments people really use20:LiveChatDeploymentId+=166;13:DeveloperName-0;1;7:chats30-43:LiveChatTranscript by deployment in 90 days135:SELECT LiveChatDeploymentId, COUNT(Id) chats90 FROM LiveChatTranscript WHERE CreatedDate = LAST_N_DAYS:90 GROUP BY LiveChatDeploymentId49:tells which deployments nobody used for a quarter=306;+=166;13:DeveloperName-0;1;7:chats90-28:LiveChatTranscript by button127:SELECT LiveChatButtonId, COUNT(Id) chats90 FROM LiveChatTranscript WHERE CreatedDate = LAST_N_DAYS:90 GROUP BY LiveChatButtonId37:tells which buttons people really use16:LiveChatButtonId+14:LiveChatButton13:DeveloperName-0;1;7:chats90-20:LiveChatBlockingRule40:SELECT COUNT() FROM LiveChatBlockingRule80:tells whether visitors are blocked, for which the new product has no counterpart2:Id-13:DeveloperName-0;0;-4:User86:SELECT COUNT() FROM User WHERE IsActive = true AND UserPermissionsLiveAgentUser = true43:tells how many people have the chat licence2:Id-13:DeveloperName-0;0;-21:ApiTotalUsageEventLog189:SELECT ClientName, ConnectedAppIdentifier, ObjectName FROM ApiTotalUsageEventLog WHERE ObjectName IN ('LiveChatTranscript', 'LiveChatTranscriptEvent', 'LiveChatVisitor', 'LiveAgentSession')145:tells which programs read chat records through the APIs; the files of the event type ApiTotalUsage are read as well, where the org has only those2:Id-13:DeveloperName-0;0;+5;10:ClientName11:CLIENT_NAME18:CONNECTED_APP_NAME22:ConnectedAppIdentifier16:CONNECTED_APP_ID2;10:ObjectName11:ENTITY_NAME5;=205;=222;15:LiveChatVisitor=206;29:LiveChatTranscriptChangeEvent3;=166;=172;13:deployment-id7;=166;13:deployment-id=174;14:LiveChatButton9:button-id=172;=178;62;14:product-switch16:Chat switched on0;79:Messaging is switched on in Messaging Settings, beside Chat until the cut-over.1;16:chat-switched-on0;0;10:deployment15:Chat deployment1;68:A new deployment with its own site; a legacy one can't be converted.2;15:chat-deployment31:chat-deployment-of-guided-setup0;0;6:button11:Chat button1;79:A messaging channel with a queue, flow or agent behind it and a fallback queue.1;11:chat-button0;0;19:embedded-deployment13:Embedded chat1;71:A new deployment; the vendor's tool copies its look and a few settings.3;30:embedded-configuration-of-chat38:embedded-configuration-without-feature19:embedded-live-agent0;0;4:look24:Logo, colours and header0;71:A branding set, which the vendor's tool fills from the legacy branding.2;17:embedded-branding18:embedded-chat-look0;0;6:labels23:Labels and translations1;95:Custom labels of the new deployment, language by language; there is no published list of pairs.2;20:embedded-chat-labels24:embedded-chat-label-text0;0;12:channel-menu12:Channel menu0;35:A menu item for the new deployment.2;21:embedded-menu-of-chat21:embedded-channel-menu0;0;15:experience-site26:Chat on an Experience site1;88:The embedded messaging component in place of the legacy one; the site must be published.2;23:site-with-embedded-chat12:site-of-chat0;0;7:snippet20:Snippet in web pages1;90:The snippet of the new deployment, which needs the org id, a developer name and two hosts.14;17:deployment-script19:deployment-api-init22:deployment-api-buttons21:deployment-api-object20:deployment-api-queue23:deployment-api-settings20:embedded-chat-script18:embedded-chat-init21:embedded-chat-feature21:embedded-chat-servers18:hosted-chat-window15:chat-rest-jsonp25:chat-rest-embedded-config17:chat-on-my-domain0;0;10:page-calls32:Pages that drive the chat window1;58:Calls and events of the new snippet, such as launchChat().3;20:deployment-api-start17:embedded-chat-api20:embedded-chat-events0;0;10:stored-ids36:Ids and servers in settings and code1;65:The developer name of the new deployment and the org's own hosts.7;18:chat-deployment-id14:chat-button-id16:chat-request-ids15:stored-chat-ids21:chat-settings-by-name16:chat-server-host18:chat-server-domain0;0;19:transcript-download28:Visitors save the transcript0;68:The channel's setting that lets visitors ask for their conversation.0;1;15:transcript-save0;0;17:allowed-web-sites32:Web sites that may show the chat1;60:A cross-origin entry and a trusted URL for every web domain.2;24:chat-deployment-web-site23:origin-of-chat-web-site1;8:web-site0;0;11:allow-lists20:Allowed chat servers1;67:Entries for the org's my.salesforce-scrt.com and my.site.com hosts.4;19:chat-server-trusted20:chat-servers-allowed28:embedded-script-host-allowed21:chat-named-credential0;0;12:availability36:Button shown by agents' availability1;85:The channel's check of agent availability and business hours; pages can't ask for it.2;27:deployment-api-availability17:chat-rest-visitor0;0;12:queue-limits19:Limits of the queue0;58:The channel's queue threshold, for the queue or per agent.0;2;12:queue-length0;22:queue-length-per-agent0;0;14:queue-position21:Position in the queue0;54:The channel shows position and estimated waiting time.0;1;14:queue-position0;0;11:invitations11:Invitations1;98:Invitation conditions of the new deployment, typed in again because no export holds the old rules.3;15:chat-invitation26:deployment-api-invitations25:embedded-chat-invitations0;0;8:greeting8:Greeting0;35:Automated responses of the channel.0;1;8:greeting0;0;13:idle-visitors38:Time-out and warning for idle visitors1;95:Inactivity settings of 5 to 30 minutes and automated responses; check the capacity model first.0;2;21:visitor-idle-time-out0;20:visitor-idle-warning0;0;11:agent-alias28:Names that agents chat under1;86:Probably the display name in the presence configuration; try it before counting on it.0;1;11:agent-alias0;0;12:prechat-form13:Pre-chat form1;60:Form fields of the deployment and parameters of the channel.4;27:embedded-live-agent-prechat14:prechat-labels27:embedded-chat-settings-file26:embedded-settings-resource1;12:prechat-form0;0;15:prechat-details31:Details handed over by the page1;93:Hidden and visible pre-chat fields, set after the ready event, and parameters of the channel.4;22:deployment-api-details21:embedded-chat-prechat14:prechat-inputs24:chat-rest-request-fields0;0;12:prechat-page39:Pre-chat page or component of one's own1;65:A Lightning web component with the target for messaging pre-chat.3;14:prechat-script24:snapin-prechat-component25:snapin-settings-component1;11:prechat-url0;0;14:record-linking38:Records found or created from the form1;83:An Omni-Channel flow that gets or creates the records and sets them on the session.5;29:deployment-api-find-or-create22:prechat-find-or-create28:embedded-chat-record-linking27:chat-find-or-create-setting13:snapin-action0;0;17:window-components39:Message bubbles and header of one's own1;56:Lightning web components with the targets for messaging.2;24:snapin-message-component25:embedded-custom-component0;0;19:minimised-component29:Minimised window of one's own2;63:No target for a component; only position and labels can be set.1;26:snapin-minimized-component0;0;8:postchat24:Post-chat page or survey1;74:A survey link in the response at the end, or a flow when the session ends.2;19:postchat-parameters20:embedded-chat-survey1;12:postchat-url0;0;12:offline-form26:Form when nobody is online1;88:Business hours with a hidden button, a flow or bot that creates the case, or a web form.2;27:embedded-live-agent-offline21:embedded-chat-offline1;12:offline-form0;0;17:verified-visitors26:Visitors who are logged in1;52:User verification with signed tokens on the channel.0;1;13:visitor-login0;0;18:visualforce-window32:Chat window built in Visualforce2;96:No counterpart; use the standard window with its branding, or a client of the Enhanced Chat API.2;23:visualforce-chat-window30:visualforce-chat-window-styles0;0;14:chosen-routing33:Pages that choose button or agent1;50:Decisions of a flow on the parameters that arrive.1;21:embedded-chat-routing0;0;12:push-routing36:Chats pushed to the least busy agent0;57:The same model in the routing configuration of the queue.0;1;12:routing-type2;11:LeastActive13:MostAvailable0;12:pull-routing29:Agents who choose their chats2;72:No counterpart; work is pushed. The nearest is a list view of the queue.1;24:chat-button-pull-routing0;0;6:skills17:Routing by skills1;81:Skill requirements in a flow, or a routing configuration that goes by attributes.2;14:skill-of-chats20:skill-rules-of-chats0;0;12:routing-flow26:Routing flows and channels1;86:The same kind of flow with MessagingSession as input, on the channel sfdc_livemessage.5;17:flow-routes-chats23:flow-holds-chat-records25:flow-routes-by-channel-id20:chat-channel-in-code23:service-channel-of-chat0;0;6:queues15:Queues of chats0;74:MessagingSession and MessagingEndUser among the objects of the same queue.1;14:queue-of-chats0;0;8:presence17:Presence statuses0;50:The channel sfdc_livemessage in the same statuses.2;25:presence-status-with-chat32:presence-status-with-own-channel0;0;8:capacity18:Capacity of agents1;91:Presence configurations and routing weights with new numbers, because sessions live longer.3;24:chat-agent-configuration37:presence-configuration-of-chat-agents30:routing-configuration-of-chats1;8:capacity0;0;11:supervision33:Whisper, help flag and monitoring0;59:There without set-up; supervisors and agents need training.1;33:supervisor-configuration-of-chats3;10:whispering0;15:assistance-flag0;10:monitoring0;0;23:sneak-peek-and-blocking35:Sneak peek and blocking of visitors2;82:No counterpart; only typing is shown, and abusers must be kept out by other means.1;24:chat-agent-no-equivalent0;0;12:conferencing25:Chats with several agents0;35:Conferencing of messaging sessions.0;1;12:conferencing0;0;8:transfer38:Transfer to agents, buttons and skills1;58:Omni-Channel transfer to people, queues, skills and flows.0;3;17:transfer-to-agent0;18:transfer-to-button0;17:transfer-to-skill0;0;13:file-transfer19:Files from visitors0;85:Attachments of the channel, which visitors send by themselves; review types and size.0;1;13:file-transfer0;0;14:sensitive-data20:Sensitive data rules1;64:Rules for enhanced channels with the same patterns, tested anew.1;24:chat-sensitive-data-rule0;0;11:record-page23:Agents' page for a chat1;65:A record page of MessagingSession with the enhanced conversation.7;21:record-page-with-chat27:record-page-of-chat-records27:quick-action-of-chat-record21:chat-record-component25:chat-objects-in-lightning18:app-with-chat-page18:app-with-chat-tabs0;0;16:history-on-pages36:Past chats on pages of other records1;63:The related list of messaging sessions beside the one of chats.2;24:layout-with-chat-history22:page-with-chat-history0;0;15:classic-console15:Classic console2;62:No counterpart in Classic; agents work in a Lightning console.3;25:classic-console-with-chat20:classic-console-chat26:standard-console-with-chat0;0;15:console-toolkit37:Toolkit code on the Lightning console1;69:The module lightning/conversationToolkitApi and its message channels.2;25:lightning-console-toolkit24:lightning-console-events0;0;13:custom-events38:Custom events between page and console2;82:No counterpart; hidden pre-chat fields or platform events can serve some purposes.3;31:lightning-console-custom-events28:deployment-api-custom-events27:embedded-chat-custom-events0;0;10:quick-text20:Quick Text for chats1;55:The messaging channel in the same records; a data load.1;19:quick-text-for-chat0;0;11:rest-client27:Client of the Chat REST API1;81:The Enhanced Chat API with its tokens and its stream of events; there is no shim.9;14:chat-rest-base17:chat-rest-session24:chat-rest-session-fields18:chat-rest-chasitor23:chat-rest-message-types15:chat-rest-names17:chat-rest-headers22:chat-rest-header-parts16:chat-file-upload0;0;24:rest-without-counterpart48:Calls of the Chat REST API that nothing replaces2;67:No counterpart; decide what to drop before the client is rewritten.2;23:chat-rest-no-equivalent24:chat-rest-agent-presence0;0;10:mobile-sdk23:Chat SDK in mobile apps1;79:The Messaging In-App SDK, a deployment of type Mobile and a release of the app.7;23:android-chat-dependency19:android-chat-import16:chat-pod-setting16:ios-chat-classes19:ios-chat-dependency15:ios-chat-import20:mobile-chat-wrappers0;0;3:bot21:Bot before the agents1;80:An enhanced bot with inbound and outbound flows, or an agent behind the channel.2;18:bot-of-chat-button20:bot-variable-of-chat0;0;10:connectors25:Other vendors' connectors1;57:The vendor's connector for messaging, where there is one.4;21:bot-platform-hand-off19:dialogflow-hand-off24:dialogflow-hand-off-code20:chat-client-packages0;0;10:automation35:Code and automation on chat records1;62:Code and flows on MessagingSession, whose life is another one.7;19:chat-object-trigger20:chat-objects-in-apex26:chat-configuration-in-code27:flow-starts-on-chat-records24:flow-writes-chat-records22:flow-names-chat-fields17:workflow-on-chats0;0;9:templates26:Texts filled in from chats1;80:The visitors' own request for the conversation, or a job that reads its entries.1;24:template-of-chat-records0;0;15:transcript-text36:Programs that read the text of chats1;88:Conversation entries of the Connect API, conversation by conversation within its limits.1;20:chat-transcript-text0;0;12:integrations28:Integrations on chat records1;46:Change events and queries of MessagingSession.4;22:change-events-of-chats18:chat-change-events19:push-topic-on-chats20:chat-objects-queried0;0;7:reports22:Reports and dashboards1;67:Report types on messaging sessions, their metrics and agents' work.4;15:report-on-chats20:report-type-of-chats18:dashboard-on-chats25:dashboard-of-chat-reports0;0;11:permissions24:Permissions and licences1;91:Permission sets with the licence and permission of Enhanced Chat and access to its objects.3;19:chat-access-granted17:chat-licence-flag23:flow-gives-chat-licence0;0;14;9:README.md-0;0;1552:# Drafts for the migration to {{#product}}{{successor}}{{/product}}

Drawn from an audit. Nothing here was checked against an org: read every file, complete what it asks for, deploy to a
sandbox first. Files that are changed by hand are never written again.

| folder | what it holds |
|---|---|
| `force-app` | channels, deployments for apps and API clients, queues, presence statuses, permissions, allowed origins |
| `web-deployments` | how to create each web deployment; the Metadata API can update one and can't create it |
| `snippets` | the new code for web pages |
| `pre-chat` | the parameters that pages and forms hand over today, with their places |
| `destructive` | what can go in the last wave, in its order |

By hand, and in this order:

1. Licences of Enhanced Chat, My Domain and Digital Experiences; then `force-app/main/default/settings`.
2. Queues and presence statuses: each draft holds only what the audit saw. Copy members, addresses and routing
   configuration from the org's own file before deploying, or they are lost.
3. Routing flows for messaging sessions; a flow is not drafted.
4. Channels, each with its fallback queue; without one customers can be left waiting.
5. Web deployments in Setup or through the Connect API, published; then origins, snippets and sites.
6. Invitations, labels, branding and sensitive data rules in Setup; rules of invitations are in no export.
{{?by-hand}}

What has to be rebuilt, or has no equivalent, in all deployments:

{{/by-hand}}
{{#by-hand}}
- {{by-hand}}: {{instead}}
{{/by-hand}}
17:sfdx-project.json-0;0;99:{
  "packageDirectories": [{"path": "force-app", "default": true}],
  "sourceApiVersion": "66.0"
}
61:force-app/main/default/settings/LiveMessage.settings-meta.xml-0;0;263:<?xml version="1.0" encoding="UTF-8"?>
<!-- Needs the licence. Leave LiveAgent.settings as it is until the last wave. -->
<LiveMessageSettings xmlns="http://soap.sforce.com/2006/04/metadata">
    <enableLiveMessage>true</enableLiveMessage>
</LiveMessageSettings>
87:force-app/main/default/permissionsets/Enhanced_Chat_Agents_Draft.permissionset-meta.xml-0;0;1286:<?xml version="1.0" encoding="UTF-8"?>
<!-- By hand: assign the permission set licence and this set to everybody who has the chat licence today. Rights of
     supervisors, and fields of your own on MessagingSession, are not drafted. -->
<PermissionSet xmlns="http://soap.sforce.com/2006/04/metadata">
    <hasActivationRequired>false</hasActivationRequired>
    <label>Enhanced Chat Agents (draft)</label>
    <license>EmbeddedServiceMessagingUserPsl</license>
    <objectPermissions>
        <allowCreate>false</allowCreate>
        <allowDelete>false</allowDelete>
        <allowEdit>true</allowEdit>
        <allowRead>true</allowRead>
        <modifyAllRecords>false</modifyAllRecords>
        <object>MessagingEndUser</object>
        <viewAllRecords>false</viewAllRecords>
    </objectPermissions>
    <objectPermissions>
        <allowCreate>false</allowCreate>
        <allowDelete>false</allowDelete>
        <allowEdit>true</allowEdit>
        <allowRead>true</allowRead>
        <modifyAllRecords>false</modifyAllRecords>
        <object>MessagingSession</object>
        <viewAllRecords>false</viewAllRecords>
    </objectPermissions>
    <userPermissions>
        <enabled>true</enabled>
        <name>EmbeddedMessagingAgent</name>
    </userPermissions>
</PermissionSet>
53:force-app/main/default/queues/{{name}}.queue-meta.xml+5:Queue1;14:queue-of-chats0;665:<?xml version="1.0" encoding="UTF-8"?>
<!-- By hand: this draft holds only what the audit saw. Add the two new objects to the org's own file, or copy
     members, address and routing configuration from there. Keep the old objects until the last wave. -->
<Queue xmlns="http://soap.sforce.com/2006/04/metadata">
    <name>{{label}}</name>
    {{#queue-object}}
    <queueSobject>
        <sobjectType>{{queue-object}}</sobjectType>
    </queueSobject>
    {{/queue-object}}
    <queueSobject>
        <sobjectType>MessagingEndUser</sobjectType>
    </queueSobject>
    <queueSobject>
        <sobjectType>MessagingSession</sobjectType>
    </queueSobject>
</Queue>
86:force-app/main/default/servicePresenceStatuses/{{name}}.servicePresenceStatus-meta.xml+=191;2;=476;=477;0;533:<?xml version="1.0" encoding="UTF-8"?>
<!-- Both products run side by side; the old channel goes in the last wave. By hand: compare the label and the
     channels with the org's own file, and set the capacity of agents anew. -->
<ServicePresenceStatus xmlns="http://soap.sforce.com/2006/04/metadata">
    <channels>
        {{#ServiceChannel}}
        <channel>{{ServiceChannel}}</channel>
        {{/ServiceChannel}}
        <channel>sfdc_livemessage</channel>
    </channels>
    <label>{{label}}</label>
</ServicePresenceStatus>
75:force-app/main/default/messagingChannels/{{name}}.messagingChannel-meta.xml+14:LiveChatButton1;11:chat-button0;2629:<?xml version="1.0" encoding="UTF-8"?>
<!-- In place of the chat button {{name}}. Several buttons often become one channel whose flow decides.
     By hand:
     - Name a queue to fall back on, and the flow that routes; a flow for sfdc_livemessage must be there first.
     {{#Skill}}
     - The button routes by the skill {{Skill}}; put it into the flow's skill requirements.
     {{/Skill}}
     {{?visitor-idle-time-out}}
     - Idle visitors were warned after {{visitor-idle-warning}} and cut off after {{visitor-idle-time-out}} seconds; the
       new time-out is 5 to 30 minutes, in responses of the types EndUserIdleResponse and EndUserInactiveResponse.
     {{/visitor-idle-time-out}}
     {{#agent-alias}}
     - Agents chatted as {{agent-alias}}; try userDisplayName of the presence configuration.
     {{/agent-alias}}
     {{?greeting}}
     - Merge fields of the old greeting mean nothing to the new product; reword it.
     {{/greeting}}
     {{#language}}
     - The button's language was {{language}}; every language needs responses of its own.
     {{/language}}
     - The queue threshold is required; 0 stands here where the button had no limit. Check it. -->
<MessagingChannel xmlns="http://soap.sforce.com/2006/04/metadata">
    {{?greeting}}
    <automatedResponses>
        <autoResponseContentType>TextResponse</autoResponseContentType>
        <language>{{language}}</language>
        <response>{{greeting}}</response>
        <type>InitialResponse</type>
    </automatedResponses>
    {{/greeting}}
    <embeddedConfig>
        <authMode>UnAuth</authMode>
        <isAgentAvlCheckEnabled>true</isAgentAvlCheckEnabled>
        {{?queue-length}}
        <queueLimitType>QueueLength</queueLimitType>
        <queueThreshold>{{queue-length}}</queueThreshold>
        {{/queue-length}}
        {{^queue-length}}
        {{?queue-length-per-agent}}
        <queueLimitType>QueueLengthPerAgent</queueLimitType>
        <queueThreshold>{{queue-length-per-agent}}</queueThreshold>
        {{/queue-length-per-agent}}
        {{^queue-length-per-agent}}
        <queueLimitType>QueueLength</queueLimitType>
        <queueThreshold>0</queueThreshold>
        {{/queue-length-per-agent}}
        {{/queue-length}}
    </embeddedConfig>
    <masterLabel>{{label}}</masterLabel>
    <messagingChannelType>EmbeddedMessaging</messagingChannelType>
    {{?Queue}}
    <sessionHandlerQueue>{{Queue}}</sessionHandlerQueue>
    {{/Queue}}
    {{^Queue}}
    <!-- <sessionHandlerQueue>THE QUEUE TO FALL BACK ON</sessionHandlerQueue> -->
    {{/Queue}}
    <sessionHandlerType>Queue</sessionHandlerType>
</MessagingChannel>
88:force-app/main/default/EmbeddedServiceConfig/{{name}}_API.EmbeddedServiceConfig-meta.xml+10:deployment0;2;11:rest-client=541;1304:<?xml version="1.0" encoding="UTF-8"?>
<!-- For clients of the Chat REST API of {{label}}. By hand: deploy the channel first and name it; download the new
     configuration for the developers once this is published. -->
<EmbeddedServiceConfig xmlns="http://soap.sforce.com/2006/04/metadata">
    <deploymentFeature>EmbeddedMessaging</deploymentFeature>
    <deploymentType>API</deploymentType>
    {{?drafted.LiveChatButton}}
    <embeddedServiceMessagingChannel>
        <isEnabled>true</isEnabled>
        <messagingChannel>{{drafted.LiveChatButton}}</messagingChannel>
        <shouldShowAgentforceTagline>false</shouldShowAgentforceTagline>
        <shouldShowDeliveryReceipts>false</shouldShowDeliveryReceipts>
        <shouldShowEmojiSelection>true</shouldShowEmojiSelection>
        <shouldShowReadReceipts>false</shouldShowReadReceipts>
        <shouldShowTypingIndicators>true</shouldShowTypingIndicators>
        <shouldStartNewLineOnEnter>false</shouldStartNewLineOnEnter>
    </embeddedServiceMessagingChannel>
    {{/drafted.LiveChatButton}}
    {{^drafted.LiveChatButton}}
    <!-- embeddedServiceMessagingChannel: no button of this deployment is known, so neither is its channel. -->
    {{/drafted.LiveChatButton}}
    <masterLabel>{{label}} (API)</masterLabel>
</EmbeddedServiceConfig>
91:force-app/main/default/EmbeddedServiceConfig/{{name}}_Mobile.EmbeddedServiceConfig-meta.xml+10:deployment0;1;10:mobile-sdk1312:<?xml version="1.0" encoding="UTF-8"?>
<!-- For apps with the Service Chat SDK of {{label}}. By hand: deploy the channel first and name it; download the new
     configuration for the developers once this is published. -->
<EmbeddedServiceConfig xmlns="http://soap.sforce.com/2006/04/metadata">
    <deploymentFeature>EmbeddedMessaging</deploymentFeature>
    <deploymentType>Mobile</deploymentType>
    {{?drafted.LiveChatButton}}
    <embeddedServiceMessagingChannel>
        <isEnabled>true</isEnabled>
        <messagingChannel>{{drafted.LiveChatButton}}</messagingChannel>
        <shouldShowAgentforceTagline>false</shouldShowAgentforceTagline>
        <shouldShowDeliveryReceipts>false</shouldShowDeliveryReceipts>
        <shouldShowEmojiSelection>true</shouldShowEmojiSelection>
        <shouldShowReadReceipts>false</shouldShowReadReceipts>
        <shouldShowTypingIndicators>true</shouldShowTypingIndicators>
        <shouldStartNewLineOnEnter>false</shouldStartNewLineOnEnter>
    </embeddedServiceMessagingChannel>
    {{/drafted.LiveChatButton}}
    {{^drafted.LiveChatButton}}
    <!-- embeddedServiceMessagingChannel: no button of this deployment is known, so neither is its channel. -->
    {{/drafted.LiveChatButton}}
    <masterLabel>{{label}} (Mobile)</masterLabel>
</EmbeddedServiceConfig>
81:force-app/main/default/corsWhitelistOrigins/{{name}}.corsWhitelistOrigin-meta.xml+8:web-site2;15:chat-deployment=330;0;289:<?xml version="1.0" encoding="UTF-8"?>
<!-- The web site needs this entry and the trusted URL of the same name; staging hosts need both as well. -->
<CorsWhitelistOrigin xmlns="http://soap.sforce.com/2006/04/metadata">
    <urlPattern>https://{{label}}</urlPattern>
</CorsWhitelistOrigin>
71:force-app/main/default/cspTrustedSites/{{name}}.cspTrustedSite-meta.xml+8:web-site2;15:chat-deployment=330;0;344:<?xml version="1.0" encoding="UTF-8"?>
<!-- The web site needs this entry and the allowed origin of the same name. Remove nothing of the old chat yet. -->
<CspTrustedSite xmlns="http://soap.sforce.com/2006/04/metadata">
    <context>All</context>
    <endpointUrl>https://{{label}}</endpointUrl>
    <isActive>true</isActive>
</CspTrustedSite>
27:web-deployments/{{name}}.md+10:deployment0;0;935:# Web deployment in place of {{label}}

A web deployment can't be created by the Metadata API. Create it in Setup or through the Connect API
(`POST /connect/embeddedmessaging/deployment/setup`), publish it, retrieve it, and keep it in the project from then on.

- Name: {{name}}\_Messaging; the snippet is drafted with it. No legacy deployment can be converted.
- Type: Web; the type can't be changed after the first save.
{{#drafted.LiveChatButton}}
- Channel: {{drafted.LiveChatButton}}
{{/drafted.LiveChatButton}}
{{^drafted.LiveChatButton}}
- Channel: no button of this deployment is known; ask which one its pages open.
{{/drafted.LiveChatButton}}
{{#web-site}}
- Web site: {{web-site}}
{{/web-site}}
{{#CustomSite}}
- Site of the old deployment: {{CustomSite}}
{{/CustomSite}}
{{?by-hand}}

| to rebuild or to give up | way | instead |
|---|---|---|
{{/by-hand}}
{{#by-hand}}
| {{by-hand}} | {{way}} | {{instead}} |
{{/by-hand}}
20:pre-chat/{{name}}.md+10:deployment0;4;12:prechat-form15:prechat-details12:prechat-page14:record-linking979:# Parameters before the chat of {{label}}

Give each field a parameter of the channel: `standardParameters` for FirstName, LastName, Email and Subject,
`customParameters` for the rest. Hidden ones are set by `prechatAPI.setHiddenPrechatFields` after the ready event and
before the conversation starts, visible ones are filled by `prechatAPI.setVisiblePrechatFields`. Everything arrives as
text in the flow, and nothing finds or creates a record by itself any more.

| parameter | type, length | hidden | goes to | found at |
|---|---|---|---|---|
{{#found.prechat-form}}
| | | no | | {{found.prechat-form}}: {{evidence}} |
{{/found.prechat-form}}
{{#found.prechat-details}}
| | | | | {{found.prechat-details}}: {{evidence}} |
{{/found.prechat-details}}
{{#found.prechat-page}}
| | | | | {{found.prechat-page}}: {{evidence}} |
{{/found.prechat-page}}
{{#found.record-linking}}
| | | | a flow: get, create, link | {{found.record-linking}}: {{evidence}} |
{{/found.record-linking}}
22:snippets/{{name}}.html+10:deployment0;4;7:snippet10:page-calls10:stored-ids=332;905:<!-- In place of the old snippet, behind a switch so that the old one can come back during the pilot. By hand:
     YOUR-DOMAIN, the name of the web deployment and the address of its site; Setup shows all of them once the
     deployment is published. -->
<script>
  function initEmbeddedMessaging() {
    {{?language}}
    embeddedservice_bootstrap.settings.language = '{{language}}';
    {{/language}}
    embeddedservice_bootstrap.init(
      '{{organization-id}}',
      '{{name}}_Messaging',
      'https://YOUR-DOMAIN.my.site.com/ESWYOURSITE',
      {scrt2URL: 'https://YOUR-DOMAIN.my.salesforce-scrt.com'});
  }
  window.addEventListener('onEmbeddedMessagingReady', function () {
    // embeddedservice_bootstrap.prechatAPI.setHiddenPrechatFields({});
  });
</script>
<script src="https://YOUR-DOMAIN.my.site.com/ESWYOURSITE/assets/js/bootstrap.min.js"
  onload="initEmbeddedMessaging()"></script>
12;11:ApexTrigger1;=566;+84:triggers on chat records never run again, but their handlers may serve other objects4:Flow2;=468;=569;+54:deactivate them first; a flow may route other work too8:ApexPage1;=453;+52:pages hold what the old window shows, and maybe more11:QuickAction2;13:snapin-action20:snapin-action-unused-=176;1;=339;-=174;2;=336;23:embedded-live-agent-off-=172;3;=334;=335;26:embedded-configuration-off-=168;1;=480;-14:LiveChatButton3;11:chat-button20:chat-button-inactive15:chat-invitation-=166;2;15:chat-deployment=330;-14:ServiceChannel1;=472;+49:statuses, queues and flows must name it no longer=170;1;=501;+40:the same type may serve the new channels+12:chat-enabled5:false31:Chat is switched off in the org265;=589;11:legacy-chat44:A dashboard is built on a report about chats1;0;+29:the report shows chat records19;+136:The report gets no new rows, so this part of the dashboard goes flat. Readers take that for fewer customers unless
somebody tells them.
121:1. Rebuild the report first.
2. Replace the components, and tell its readers from which day the figures count otherwise.
+56:The same component on a report about messaging sessions.--+2:F1++1;+4;12:data analyst9:dashboard1;=10;=11;0;1;r9:Dashboard++1;3:out+0;1;6:Report0;-1;3:out+6;1;11:chat-report0;-0;0;0;1;3:out+6;1;11:chat-column0;-0;0;--0;-0;64:the dashboard '{name}' is built on {other}, a report about chats=588;11:legacy-chat30:A dashboard shows chat records1;0;+39:a column is of an object of legacy Chat19;+85:Its charts go flat. Managers read them as fewer customers unless somebody tells them.132:1. Rebuild the reports behind it first.
2. Replace the components, and tell its readers from which day the figures count otherwise.
+31:A dashboard on the new reports.--+2:F1++1;+4;12:data analyst9:dashboard1;=10;=11;0;2;x1;9:Dashboard-14:groupingColumn1;1:.m47:(?:^|\.)Live(?:Chat|Agent)[A-Z][A-Za-z]{3,30}\$0;0;2;8:LiveChat9:LiveAgent--x1;9:Dashboard-6:column1;1:.m=643;0;0;2;8:LiveChat9:LiveAgent--1;-1;6;11:chat-column4:true41:the dashboard '{name}' shows chat records17:dashboard-reports11:legacy-chat26:The reports of a dashboard2;2;+81:most dashboards have nothing to do with chats; what the reports are about decides19;+107:A dashboard shows what its reports find. Reports of chats get no new rows, and the charts on them go flat.
33:1. Nothing to do for this place.
-----1;=10;=11;0;1;x1;9:Dashboard-6:report1;1:.p0;0;0;--0;+1;0;6:Report8:{report}=646;15:report-on-chats11:legacy-chat27:A report shows chat records1;0;+59:a column, filter or grouping is of an object of legacy Chat19;+97:The report shows the past and gets no new rows. Whoever watches it sees chats decline to nothing.211:1. Ask who reads the report, and drop it if nobody does.
2. Rebuild it on messaging sessions, with the new definitions of the key figures.
3. Where old and new must stand side by side, join them in a warehouse.
+77:A report on messaging sessions; figures are computed from other fields there.--+2:F1++1;+4;12:data analyst6:report2;=10;=11;22:Help: chat transcripts96:https://help.salesforce.com/apex/HTViewHelpDoc?id=live_agent_chat_transcripts.htm&language=en_US0;5;x1;6:Report-5:field1;1:.m=643;0;0;2;8:LiveChat9:LiveAgent--x1;6:Report-6:column1;1:.m=643;0;0;2;8:LiveChat9:LiveAgent--x1;6:Report-10:dateColumn1;1:.m=643;0;0;2;8:LiveChat9:LiveAgent--x1;6:Report-14:groupingColumn1;1:.m=643;0;0;2;8:LiveChat9:LiveAgent--x1;6:Report-17:calculatedFormula1;1:.m46:(?<!\w)Live(?:Chat|Agent)[A-Z][A-Za-z]{3,30}\.0;0;2;8:LiveChat9:LiveAgent--1;-1;6;11:chat-report4:true38:the report '{name}' shows chat records=587;11:legacy-chat38:A report type is built on chat records1;0;+54:the type begins with or joins an object of legacy Chat19;+137:Reports of this type go on showing the past. They get no new rows, and figures that look at the last weeks go to zero without
any error.
217:1. List the reports of this type and who reads them.
2. Agree on what waiting, handling and abandoned mean for sessions that can stay open for a day.
3. Export a baseline before the cut-over, then build the new type.
+111:Report types on MessagingSession and its metrics, and on agents' work for waiting and handling times by queue.
+44:<baseObject>LiveChatTranscript</baseObject>
+42:<baseObject>MessagingSession</baseObject>
+2:F1++1;+4;12:data analyst11:report type2;=10;=11;32:Help: Live Agent session records88:https://help.salesforce.com/apex/HTViewHelpDoc?id=service.live_agent_session_records.htm0;3;x1;10:ReportType-0:1;10:baseObjectm39:^Live(?:Chat|Agent)[A-Z][A-Za-z]{3,30}$0;0;2;8:LiveChat9:LiveAgent--x1;10:ReportType-4:join1;12:relationshipm=669;0;0;2;8:LiveChat9:LiveAgent--x1;10:ReportType-7:columns1;5:tablem53:(?:^|\.)Live(?:Chat|Agent)[A-Z][A-Za-z]{3,30}(?:\.|$)0;0;2;8:LiveChat9:LiveAgent--1;-1;6;16:chat-report-type4:true49:the report type '{name}' is built on chat records=131;11:legacy-chat45:A report type or report is built on messaging3;0;+31:the objects belong to messaging19;+46:Figures of the new product are being reported.=649;---+2:F1-1;=10;=11;0;2;x1;10:ReportType-0:1;10:baseObjecti4;16:MessagingSession16:MessagingEndUser23:MessagingSessionMetrics17:ConversationEntry0;0;0;--x1;6:Report-5:field1;1:.m24:(?:^|\.)MessagingSession0;0;1;=676;--1;-0;30:'{name}' is built on messaging=581;11:legacy-chat49:An integration listens to changes of chat records0;0;+45:the event belongs to an object of legacy Chat20;+127:A warehouse or another system learns of every chat by these events. They stop coming, and the subscriber sees nothing
unusual.
119:1. Find the subscribers of the channel.
2. Let them take the events of messaging sessions, and read texts another way.
+114:Change events of MessagingSession. The text of a conversation is read through the Connect API, within its limits.
+63:<selectedEntity>LiveChatTranscriptChangeEvent</selectedEntity>
+61:<selectedEntity>MessagingSessionChangeEvent</selectedEntity>
+2:E4++4;+24;=108;10:subscriber2;=10;=11;53:Help: read conversations through conversation entries107:https://help.salesforce.com/s/articleView?id=service.access_conv_data_using_conversation_entries.htm&type=50;1;x1;=260;-0:1;14:selectedEntitym68:^(?<object>LiveChat[A-Z][A-Za-z]{3,30}|LiveAgentSession)ChangeEvent$0;1;12:eventChannel2;8:LiveChat=206;--0;-1;0;12:CustomObject8:{object}71:subscribers of '{eventChannel|the event bus}' get changes of '{object}'=583;11:legacy-chat36:A push topic listens to chat records0;0;+48:the topic's query is on an object of legacy Chat20;+64:Subscribers of the topic get nothing any more, without an error.91:1. Find the subscribers of the topic.
2. Move them to change events of messaging sessions.
+34:Change events of MessagingSession.--+2:E4++4;+24;=108;10:subscriber1;=10;=11;0;1;t2;0;2;0;2;8:LiveChat=206;+86:(?i)\bFROM\s{1,10}(?<object>LiveChat(?:Transcript|Visitor)\w{0,20}|LiveAgentSession)\b0;1;9:PushTopic0;----0;-1;0;12:CustomObject8:{object}34:a push topic listens to '{object}'21:sharing-rule-on-chats11:legacy-chat30:A sharing rule on chat records1;0;+44:the rule belongs to an object of legacy Chat20;+67:The rule lets teams see old chats. It shares no messaging sessions.135:1. Build the rule for messaging sessions, with the same or a narrower audience.
2. Keep the old one as long as old chats must be seen.
+35:A sharing rule on MessagingSession.--+2:H4+-3:0.1-3:0.5=28;4:rule1;=10;=11;0;1;c3;19:SharingCriteriaRule16:SharingOwnerRule16:SharingGuestRule+40:^Live(?:Chat|Agent)[A-Z][A-Za-z]{3,30}\.--0;-0;24:{component} shares chats=575;11:legacy-chat37:A text is filled in from chat records1;0;+64:the merge field names an object or a related list of legacy Chat20;+157:E-mails and pages show fields of a chat: often the whole conversation. Nothing sends them without chats, and a messaging
session has no field with its text.
177:1. Find out who sends the text: an alert, a flow or code.
2. Let visitors save their conversation themselves, where that is enough.
3. Otherwise build the job; mind its limits.
+129:The menu entry with which visitors ask for their conversation, or a job that reads the entries of a conversation and sends
them.
+27:{!LiveChatTranscript.Body}
+56:<isSaveTranscriptEnabled>true</isSaveTranscriptEnabled>
+2:E2+-3:0.5+2;=28;8:template2;=10;=11;=689;=690;0;2;t2;1;3;0;4;10:{!LiveChat19:{!LiveAgentSession.9:{LiveChat18:{LiveAgentSession.+71:\{!?(?<object>LiveChat[A-Z][A-Za-z]{3,30}|LiveAgentSession)\.\w{1,60}\}0;0;0;----t2;1;3;0;2;20:.LiveChatTranscripts18:.LiveAgentSessions+65:\{![^{}]{1,80}\.(?<object>LiveChatTranscript|LiveAgentSession)s\b0;0;0;----1;-0;42:'{component}' is filled in from '{object}'=572;11:legacy-chat39:An active workflow rule on chat records0;0;+58:the rule belongs to an object of legacy Chat and is active20;+103:The rule sends alerts or sets fields for chats. Without chats it never fires, and nobody gets an error.146:1. Find out who counts on the alert or the field.
2. Build it as a flow on MessagingSession.
3. Deactivate the rule when the last chat has ended.
+75:A flow on MessagingSession; workflow rules themselves are on their way out.--+2:E2++1;+8;=66;4:rule1;=10;=11;0;1;x1;12:WorkflowRule+=709;0:1;6:activei1;4:true0;0;1;9:<Workflow--0;-0;53:the workflow rule '{name}' falls silent without chats23:workflow-parts-on-chats11:legacy-chat35:Parts of a workflow on chat records1;0;+71:the part belongs to an object of legacy Chat; by itself it does nothing20;+98:Alerts, field updates, tasks and messages do nothing until a rule, a process or a flow calls them.94:1. See what still calls the part; flows do by its name.
2. Delete it together with the rules.
+12:None needed.--+2:E2+-3:0.1-3:0.5=28;4:part1;=10;=11;0;2;c4;13:WorkflowAlert19:WorkflowFieldUpdate12:WorkflowTask23:WorkflowOutboundMessage+=709;--x1;12:WorkflowRule+=709;0:1;6:activei1;5:false0;0;1;9:<Workflow--0;-0;44:{component} is left from a workflow on chats11:bot-actions11:legacy-chat16:What a bot calls2;2;-14;+125:The inventory ties a bot to its flows and classes, which often read the chat transcript by the bot's id of the conversation.
=649;-----2;=10;=11;37:Help: route to and from enhanced bots91:https://help.salesforce.com/s/articleView?id=service.bots_service_enhanced_route.htm&type=50;2;x1;10:BotVersion-13:botInvocation2;20:invocationActionTypei1;4:flow20:invocationActionNamem13:^(?<flow>.+)$0;0;1;=744;--x1;10:BotVersion-13:botInvocation2;=743;i1;4:apex=744;m14:^(?<class>.+)$0;0;1;=744;--0;+2;0;4:Flow6:{flow}0;9:ApexClass7:{class}=739;=556;11:legacy-chat35:A bot answers the chats of a button0;0;+43:only bots of legacy Chat name a chat button14;+160:The bot gets its conversations from the button and hands them to agents through it. Without the button nobody talks to the
bot, and its transfers lead nowhere.
335:1. Decide between an enhanced bot and an agent; the vendor ships a tool that reads bot metadata.
2. Connect it with the messaging channel, and build the flow that hands over to people.
3. Move context variables to the messaging session, and what the bot's actions read.
4. Test the transfer, its failure and the end of a conversation.
+131:An enhanced bot with inbound and outbound flows on a messaging channel, or an agent behind the channel with a built-in
escalation.
+148:<conversationChannelProviders>
    <agentRequired>true</agentRequired>
    <chatButtonName>Returns</chatButtonName>
</conversationChannelProviders>
+60:<defaultOutboundFlow>Route_To_Advisor</defaultOutboundFlow>
+2:E1++16;+60;13:bot developer3:bot2;=10;=11;=741;=742;0;1;x1;3:Bot-28:conversationChannelProviders1;14:chatButtonNamep0;1;13:agentRequired1;14:chatButtonName--0;-1;0;14:LiveChatButton16:{chatButtonName}63:the bot '{name}' answers chats of the button '{chatButtonName}'=115;11:legacy-chat25:A bot works for messaging3;0;+38:only enhanced bots have these settings14;+55:The bot can serve the conversations of the new product.=649;---+2:E1-2;=10;=11;=741;=742;0;2;x1;3:Bot-40:contextVariables/contextVariableMappings1;11:messageTypei1;17:EmbeddedMessaging0;0;0;--x1;3:Bot-0:1;19:defaultOutboundFlowp0;0;1;=760;--1;-1;2;4:Flow21:{defaultOutboundFlow}36:the bot '{name}' works for messaging=557;11:legacy-chat42:A bot reads a field of the chat transcript0;0;+68:somebody mapped the variable; the bot builder makes only four others14;+175:The variable gets its value from the transcript of the chat. A messaging session has no transcript, so the variable stays
empty there and what depends on it goes another way.
138:1. See which dialogs and actions use the variable.
2. Create the field on the messaging session, fill it in the inbound flow, and map it.
+82:A mapping of the same variable to a field of MessagingSession or MessagingEndUser.+195:<contextVariableMappings>
    <SObjectType>LiveChatTranscript</SObjectType>
    <fieldName>LiveChatTranscript.CaseId</fieldName>
    <messageType>WebChat</messageType>
</contextVariableMappings>
+201:<contextVariableMappings>
    <SObjectType>MessagingSession</SObjectType>
    <fieldName>MessagingSession.CaseId</fieldName>
    <messageType>EmbeddedMessaging</messageType>
</contextVariableMappings>
+2:E1++1;+4;13:bot developer8:variable2;=10;=11;=741;=742;0;1;x1;3:Bot-16:contextVariables1;33:contextVariableMappings/fieldNamem68:^LiveChatTranscript\.(?!(?:ChatKey|ContactId|LiveChatVisitorId|Id)$)0;1;13:developerName1;19:LiveChatTranscript.--0;-0;72:the bot '{name}' reads '{fieldName}' into the variable '{developerName}'30:chat-agent-configuration-links11:legacy-chat42:What a chat agent configuration applies to0;0;-11;+79:The chain from agents' profiles to the buttons and skills they may transfer to.=649;-----2;=10;=11;31:Help: chat agent configurations112:https://help.salesforce.com/s/articleView?id=service.live_agent_configuration_settings.htm&language=en_US&type=50;4;x1;=168;-26:transferableButtons/button1;1:.p0;0;0;--x1;=168;-24:transferableSkills/skill1;1:.p0;0;0;--x1;=168;-22:supervisorSkills/skill1;1:.p0;0;0;--x1;=168;-16:profiles/profile1;1:.p0;0;0;--0;+3;2;14:LiveChatButton8:{button}2;5:Skill7:{skill}0;7:Profile9:{profile}=776;33:chat-agent-configuration-settings11:legacy-chat41:What a chat agent configuration is set to0;0;-11;+80:The inventory keeps the switches, so that each can be mapped to the new product.=649;-----2;=10;=11;=778;=779;0;1;x1;=168;-0:0;0;13;5:label8:capacity12:autoGreeting15:customAgentName16:criticalWaitTime23:enableAgentFileTransfer20:enableAssistanceFlag22:enableChatConferencing20:enableChatMonitoring20:enableWhisperMessage25:enableChatTransferToAgent26:enableChatTransferToButton25:enableChatTransferToSkill0;--0;+13;6;5:label7:{label}6;8:capacity10:{capacity}6;8:greeting14:{autoGreeting}6;11:agent-alias17:{customAgentName}6;18:critical-wait-time18:{criticalWaitTime}6;13:file-transfer25:{enableAgentFileTransfer}6;15:assistance-flag22:{enableAssistanceFlag}6;12:conferencing24:{enableChatConferencing}6;10:monitoring22:{enableChatMonitoring}6;10:whispering22:{enableWhisperMessage}6;=494;27:{enableChatTransferToAgent}6;=495;28:{enableChatTransferToButton}6;=496;27:{enableChatTransferToSkill}=785;=480;11:legacy-chat26:A chat agent configuration0;0;+54:configurations of this type exist for legacy Chat only11;+164:The configuration gives its profiles and users their capacity, transfer targets, file transfer, supervision and greeting.
None of it applies to messaging sessions.
186:1. List which switches are on, and which of them the team needs.
2. Set capacity anew: a messaging session stays open longer than a chat.
3. Delete the configuration after the cut-over.
+222:Capacity moves to presence configurations and routing weights, file transfer to the channel, transfers to Omni-Channel.
Monitoring, whispering and help flags need no set-up in the new product; conferences exist there too.
+136:<LiveChatAgentConfig>
    <capacity>3</capacity>
    <enableChatTransferToSkill>true</enableChatTransferToSkill>
</LiveChatAgentConfig>
+70:<PresenceUserConfig>
    <capacity>6</capacity>
</PresenceUserConfig>
+2:C3++2;+8;=28;13:configuration2;=10;=11;=778;=779;0;1;x1;=168;-0:0;0;1;5:label0;--0;-0;54:'{label|name}' sets what agents may do in legacy chats=489;11:legacy-chat47:Agents use a chat feature that nothing replaces0;0;+16:the switch is on11;+144:The new product shows that somebody is typing, not what, and has no rules that block visitors by address. No public
source names a counterpart.
235:1. Ask the team how often it uses the feature.
2. Where blocking matters, agree on another protection with the security team. The existing rules are records and not in
   any export.
3. Tell agents and supervisors what they will miss.
+111:No equivalent. A web application firewall, verified users or a flow that closes sessions can keep abusers out.
--+2:A4++1;+4;=36;4:team2;=10;=11;=778;=779;0;3;x1;=168;-0:1;15:enableSneakPeeki1;4:true0;0;0;-+65:supervisors and agents see what visitors type before they send itx1;=168;-0:1;20:enableAgentSneakPeeki1;4:true0;0;0;-+52:supervisors see what agents type before they send itx1;=168;-0:1;21:enableVisitorBlockingi1;4:true0;0;0;-+42:agents can block the addresses of visitors0;-0;77:'{name}' lets agents preview typing or block visitors, which nothing replaces=628;11:legacy-chat37:An inactive chat button or invitation1;0;+37:the button says that it is not active11;+90:Nobody can start a chat through an inactive button. It needs no counterpart, only removal.116:1. Make sure that nobody means to switch it on again.
2. Delete it with the other buttons, after what refers to it.
+12:None needed.--+2:H1+-3:0.1-3:0.5=28;6:button2;=10;=11;28:Metadata API: LiveChatButton102:https://developer.salesforce.com/docs/atlas.en-us.264.0.api_meta.meta/api_meta/meta_livechatbutton.htm0;1;x1;14:LiveChatButton-0:1;8:isActivei1;5:false0;1;5:label0;--0;-0;41:'{label|name}' is an inactive chat button17:chat-button-links11:legacy-chat43:What a chat button belongs to and routes by0;0;-11;+69:The chain from a deployment over its buttons to the skills of agents.=649;-----2;=10;=11;=830;=831;0;2;x1;14:LiveChatButton-22:deployments/deployment1;1:.p0;0;0;--x1;14:LiveChatButton-12:skills/skill1;1:.p0;0;0;--0;+2;0;=166;12:{deployment}2;5:Skill7:{skill}=834;=462;11:legacy-chat37:Agents choose their chats from a list0;0;+24:the routing type says so11;+166:With this routing type a request rings at all agents with the skill and the first one takes it. Omni-Channel pushes work
to one agent at a time and has no such mode.
154:1. Find out why the team chooses chats, and whether push routing by skill gives the same.
2. Agree on the new way of working before the channel is built.
+110:No equivalent. The nearest is a list view of the queue from which agents take sessions by changing the owner.
--+2:A4++4;+16;=36;4:team2;=10;=11;=830;=831;0;1;x1;14:LiveChatButton-0:2;11:routingTypei1;6:Choice8:isActiveo1;5:false0;1;5:label1;14:LiveChatButton--0;-0;52:'{label|name}' waits until an agent chooses the chat20:chat-button-settings11:legacy-chat28:What a chat button is set to0;0;-11;+85:The inventory keeps what the button leads to and what its replacement must be set to.=649;-----2;=10;=11;=830;=831;0;1;x1;14:LiveChatButton-0:0;0;22;5:label4:type8:isActive11:routingType8:chatPage15:preChatFormPage12:postChatPage14:preChatFormUrl11:postChatUrl4:site11:onlineImage12:offlineImage11:inviteImage12:autoGreeting15:customAgentName19:chasitorIdleTimeout26:chasitorIdleTimeoutWarning11:enableQueue18:overallQueueLength19:perAgentQueueLength11:pushTimeOut14:windowLanguage0;--0;+22;6;5:label7:{label}6;4:type6:{type}6;6:active15:{isActive|true}6;12:routing-type26:{routingType|Omni-Channel}0;8:ApexPage10:{chatPage}0;8:ApexPage17:{preChatFormPage}0;8:ApexPage14:{postChatPage}6;11:prechat-url16:{preChatFormUrl}6;12:postchat-url13:{postChatUrl}0;10:CustomSite6:{site}0;14:StaticResource13:{onlineImage}0;14:StaticResource14:{offlineImage}0;14:StaticResource13:{inviteImage}6;8:greeting14:{autoGreeting}6;11:agent-alias=796;6;=407;21:{chasitorIdleTimeout}6;=408;28:{chasitorIdleTimeoutWarning}6;13:queue-enabled13:{enableQueue}6;12:queue-length20:{overallQueueLength}6;=398;21:{perAgentQueueLength}6;13:push-time-out13:{pushTimeOut}6;8:language16:{windowLanguage}=844;18:chat-button-unused11:legacy-chat45:A chat button that nothing in the audit names1;2;+70:web pages name buttons by id, and pages outside the audit are not seen11;+121:No embedded configuration, bot, page or setting of the audit names the button. It may serve a page elsewhere, or nobody.
193:1. Count the transcripts of the button in the last 90 days.
2. Without any, deactivate it and see whether somebody complains.
3. Otherwise find the page that opens it, and audit that site too.
+26:None where it is not used.--+2:A3+-4:0.25+1;=28;6:button2;=10;=11;=830;=831;0;1;r14:LiveChatButton++0;1;2:in+0;0;0;-0;0;--0;-0;56:nothing that was examined names the chat button '{name}'11:chat-button11:legacy-chat21:An active chat button0;0;+39:chat buttons exist for legacy Chat only11;+233:A button decides who gets a chat: by skills, by a queue or by a flow. Its images, forms, greeting, time-outs and queue
limits all stop with the product. The routing of a button that works through Omni-Channel is not in its metadata.
330:1. Ask the org for the button's queue, routing configuration and flow; 'manifest' prints the query.
2. See from the transcripts of the last 90 days whether the button is still used.
3. Give the new channel or its flow the same route, greeting, time-outs and limits.
4. Deactivate the button after the cut-over and delete it last.
+136:A messaging channel with a queue or a flow behind it and a fallback queue. Several buttons often become one channel
whose flow decides.
+175:<LiveChatButton>
    <label>Returns</label>
    <routingType>LeastActive</routingType>
    <skills><skill>Returns</skill></skills>
    <type>Standard</type>
</LiveChatButton>
+318:<MessagingChannel>
    <masterLabel>Returns</masterLabel>
    <messagingChannelType>EmbeddedMessaging</messagingChannelType>
    <sessionHandlerFlow>Route_Returns</sessionHandlerFlow>
    <sessionHandlerQueue>Returns_Fallback</sessionHandlerQueue>
    <sessionHandlerType>Flow</sessionHandlerType>
</MessagingChannel>
+2:C5++2;+12;=28;6:button3;=10;=11;=830;=831;32:Help: end inactive conversations82:https://help.salesforce.com/s/articleView?id=service.messaging_auto_end.htm&type=50;1;x1;14:LiveChatButton-0:2;8:isActiveo1;5:false4:typeo1;6:Invite0;2;5:label11:routingType0;--0;-0;48:'{label|name}' lets visitors start a legacy chat22:chat-component-missing11:legacy-chat55:A chat component is named that the export does not hold2;1;+75:something names it; a partial export and a leftover reference look the same11;+202:Either the export was made without this component, so that a part of the chat was not examined, or the component is gone
and what names it is a leftover. Wildcards never return embedded configurations.
147:1. Retrieve the component by its name; 'manifest' writes the entry.
2. If the org does not have it, remove what names it with the other leftovers.
+12:None needed.--+2:A1+-4:0.25+1;=28;9:component3;=10;=11;35:Metadata API: EmbeddedServiceConfig103:https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_embeddedserviceconfig.htm30:Metadata API: build a manifest110:https://developer.salesforce.com/docs/platform/api-metadata/guide/meta-quickstart-retrieve-build-manifest.html0;4;r14:LiveChatButton+-0;0;--r=166;+-0;0;--r=172;+-0;0;--r=174;+-0;0;--0;-0;54:{component} is named here and not in what was examined=330;11:legacy-chat40:The chat deployment of the guided set-up0;1;+64:the guided set-up made the deployment, and often nothing uses it11;+162:The guided set-up of chat makes a deployment of this name, with a site and a permission set. Some orgs show their chat
through it, in many it was only tried out.
182:1. Count its transcripts of the last 90 days, and look for what names it.
2. Treat it like any deployment where it is used; otherwise delete it with its site and its permission set.
+63:A deployment of Enhanced Chat where it is used; none elsewhere.--+2:D1+-3:0.5+8;=28;10:deployment2;=10;=11;32:Metadata API: LiveChatDeployment106:https://developer.salesforce.com/docs/atlas.en-us.264.0.api_meta.meta/api_meta/meta_livechatdeployment.htm0;1;x1;=166;+23:^live_agent_setup_flow$0:0;0;0;0;--0;-0;51:the guided set-up made the chat deployment '{name}'24:chat-deployment-settings11:legacy-chat32:What a chat deployment is set to0;0;-11;+89:The inventory keeps what the deployment leads to and what its replacement must be set to.=649;-----2;=10;=11;=890;=891;0;1;x1;=166;-0:0;0;10;5:label11:windowTitle4:site13:brandingImage19:mobileBrandingImage20:enableTranscriptSave16:enablePrechatApi20:displayQueuePosition25:connectionTimeoutDuration25:connectionWarningDuration0;--0;+10;6;5:label7:{label}6;12:window-title13:{windowTitle}0;10:CustomSite6:{site}0;14:StaticResource15:{brandingImage}0;14:StaticResource21:{mobileBrandingImage}6;15:transcript-save22:{enableTranscriptSave}6;11:prechat-api18:{enablePrechatApi}6;14:queue-position22:{displayQueuePosition}6;19:connection-time-out27:{connectionTimeoutDuration}6;18:connection-warning27:{connectionWarningDuration}=895;22:chat-deployment-unused11:legacy-chat49:A chat deployment that nothing in the audit names1;2;+83:web pages and apps name deployments by id, and those outside the audit are not seen11;+134:No button, embedded configuration, page or app of the audit names the deployment. It may serve an app or a page
elsewhere, or nobody.
170:1. Count the transcripts of the deployment in the last 90 days.
2. Without any, it only needs to be deleted.
3. Otherwise find the page or app, and audit its source too.
+=863;--+2:A3+-4:0.25+1;=28;10:deployment2;=10;=11;=890;=891;0;1;r=166;++0;1;2:in+0;0;0;-0;0;--0;-0;60:nothing that was examined names the chat deployment '{name}'=384;11:legacy-chat52:A web site may show the buttons of a chat deployment2;1;+93:the deployment's allow list names the site; whether it still has a chat only its source tells11;+154:A deployment lists the domains whose pages may load it. That list is the best hint at web sites that must change, because
their pages are not in the org.
192:1. Find the owner of the site and its source, and the tag manager that may put the chat in.
2. Audit that source too.
3. Add the domain to the entries of the new deployment, staging included.
+80:Cross-origin and trusted-URL entries for every web domain of the new deployment.--+2:A2++1;+4;13:web developer8:web site2;=10;=11;=890;=891;0;1;x1;=166;-22:domainWhiteList/domain1;1:.p0;0;0;--0;-2;0;4:host8:{domain}6;8:web-site8:{domain}68:'{domain}' may show chats of '{name}'; its source is outside the org15:chat-deployment11:legacy-chat17:A chat deployment0;0;+51:deployments of this type exist for legacy Chat only11;+169:Pages and apps name the deployment by its id to load the chat script and to start chats. A deployment can't be converted;
a new one of another type is built next to it.
261:1. List the pages and apps that use the deployment's id, and the web sites on its allow list.
2. Decide for each whether it gets a web, a mobile or an API deployment.
3. Build and publish the new deployments, and keep the old one until the last page has moved.
+192:A deployment of Enhanced Chat for web, mobile or API clients, with its own site and snippet. A web deployment is made in
Setup or through the Connect API; the Metadata API can only update it.
+156:<LiveChatDeployment>
    <enableTranscriptSave>true</enableTranscriptSave>
    <label>Web</label>
    <windowTitle>Help</windowTitle>
</LiveChatDeployment>
+227:<EmbeddedServiceConfig>
    <clientVersion>WebV2</clientVersion>
    <deploymentFeature>EmbeddedMessaging</deploymentFeature>
    <deploymentType>Web</deploymentType>
    <masterLabel>Web</masterLabel>
</EmbeddedServiceConfig>
+2:D1++4;+16;=28;10:deployment3;=10;=11;=890;=891;40:Embedded Service for Web Developer Guide=19;0;1;x1;=166;+27:^(?!live_agent_setup_flow$)0:0;0;0;0;--0;-0;52:'{name}' connects web sites or apps with legacy Chat15:chat-invitation11:legacy-chat25:An active chat invitation0;0;+61:automated invitations of this type exist for legacy Chat only11;+160:The invitation appears on web pages by rules about pages, time and variables. Those rules are not in any export; they
have to be read in Setup and typed again.
222:1. Write down the invitation's rules in Setup, with the order and the logic that joins them.
2. Switch invitations on in the new deployment and enter the conditions.
3. Replace page code that sets variables for the rules.
+168:Invitation conditions of the new deployment: seconds on the page or site, number of pages, address, or a custom
variable. Animation and positions are not carried over.
--+2:D8++4;+16;=28;10:invitation2;=10;=11;=830;=831;0;1;x1;14:LiveChatButton-0:2;4:typei1;6:Invite8:isActiveo1;5:false0;1;5:label0;--0;-0;48:'{label|name}' invites visitors to a legacy chat=501;11:legacy-chat41:A rule that hides sensitive data in chats2;1;+106:the type now seems to serve messaging too; only version ONE and rules without a version are of legacy Chat11;+227:The rule removes or replaces what matches its patterns in chats. Whether it works for messaging depends on its version,
whose meaning no public source explains. A rule that silently no longer applies lets card numbers through.
201:1. See in Setup which channels the rule applies to.
2. Make the rule for the enhanced channels and test each of its patterns; a file can hold one per line.
3. Delete the old rule with the last button.
+74:Rules for sensitive data of the enhanced channels, with the same patterns.--+2:C5++1;+4;=28;4:rule2;=10;=11;47:Help: block sensitive data in enhanced channels87:https://help.salesforce.com/s/articleView?id=service.messaging_block_sensitive_data.htm0;1;x1;=170;-0:1;7:versiono1;3:TWO0;3;7:pattern10:actionType9:enforceOn0;--0;-0;79:'{name}' hides sensitive data in legacy chats; check that messaging does it too=560;11:legacy-chat47:A bot platform's module for legacy Chat is used0;1;+50:module and connection were written for legacy Chat10;+158:The module passes customers from a bot platform to agents through the Chat REST API. After the retirement the
hand-off fails in the middle of a conversation.
233:1. Ask the platform's vendor for its connector to Enhanced Chat.
2. Replace module and connection settings, which hold an endpoint, a deployment and a button.
3. Test the hand-off to a person, and what happens outside opening hours.
+112:The platform's connector for Enhanced Chat where there is one, otherwise a middleware on the Enhanced Chat API.
--+2:E1++8;+40;13:bot developer3:bot2;=10;=11;17:Enhanced Chat API68:https://developer.salesforce.com/docs/service/messaging-api/overview0;1;t2;0;2;0;3;12:sf-liveagent18:salesforceLiveChat25:Apps.Salesforce.LiveAgent+88:(?<=['"/])(?<module>sf-liveagent|salesforceLiveChat|Apps\.Salesforce\.LiveAgent)(?=['"])0;0;0;----0;-1;0;7:product8:{module}59:'{module}' hands conversations of a bot over to legacy Chat=563;11:legacy-chat43:A package that talks to legacy Chat is used0;1;+39:the package was written for legacy Chat10;+153:The package calls the Chat REST API or loads the deployment script for the program that uses it. No release makes it
speak to the new product by itself.
169:1. Look whether the package has a version for the Enhanced Chat API.
2. If not, write a small client on the API, or use the new snippet in pages.
3. Remove the package.
+82:No drop-in package is known. Call the Enhanced Chat API, or load the new snippet.
--+3:D11++8;+40;=108;6:client2;=10;=11;=953;=954;0;3;t2;0;2;0;3;21:rx-sfliveagent-client15:ember-liveagent15:cap-livechat-sf+87:(?<![\w./-])(?<package>rx-sfliveagent-client|ember-liveagent|cap-livechat-sf)(?![\w.-])0;0;0;+14:"name"\s{0,4}:---t1;0;0;1;21:genutility.salesforce+60:\b(?:from|import)\s{1,4}(?<package>genutility\.salesforce)\b0;0;0;----t2;0;2;0;2;13:liveagent-sdk18:angular-salesforce+61:(?<=['"])(?<package>liveagent-sdk|angular-salesforce)(?=['"])0;0;0;+14:"name"\s{0,4}:-+2;+46:packages of other purposes could have the name0;-1;0;7:product9:{package}32:'{package}' talks to legacy Chat=562;11:legacy-chat38:Code names the hand-off to legacy Chat2;2;+61:generated clients of the platform declare it without using it10;+163:Every client library of the platform declares this hand-off, so most such places mean nothing. A program that sets
its values hands customers over to legacy Chat.
200:1. If the file is generated or a copy of a library, write a suppression with the reason.
2. If it sets an organisation, deployment and button, treat it like a conversation profile with this hand-off.
+56:A hand-off to Enhanced Chat, as the platform offers one.--+2:E1+-3:0.5+8;13:bot developer4:file2;=10;=11;33:Dialogflow: conversation profiles91:https://cloud.google.com/dialogflow/es/docs/reference/rest/v2/projects.conversationProfiles0;1;t1;0;0;2;15:LiveAgentConfig17:live_agent_config+54:(?i)(?<![a-z])salesforce_?live_?agent_?config(?![a-z])0;0;0;----1;-1;0;7:product19:Dialogflow hand-off57:'{path}' names the bot platform's hand-off to legacy Chat=561;11:legacy-chat48:A conversation profile hands over to legacy Chat0;1;+77:the profile sets the hand-off's values; a generated client only declares them10;+190:The bot platform passes the customer to an agent through the Chat REST API. After the retirement the hand-off fails
in the middle of a conversation, which tests of the bot alone don't show.
232:1. Ask the platform's vendor for its hand-off to Enhanced Chat.
2. Decide whether the bot stays in front or moves behind the messaging channel.
3. Test the hand-off to a person, the way back, and what happens outside opening hours.
+163:A hand-off of the platform for Enhanced Chat where one exists, otherwise a middleware on the Enhanced Chat API, or the
bot behind the org's own messaging channel.
+197:{"humanAgentHandoffConfig": {"salesforceLiveAgentConfig": {"organizationId": "00D…", "deploymentId": "572…",
  "buttonId": "573…", "endpointDomain": "d.la1-c1-abc.salesforceliveagent.com"}}}
-+2:E1++8;+40;13:bot developer3:bot3;=10;=11;=977;=978;=953;=954;0;1;t1;2;0;2;15:LiveAgentConfig=979;+62:(?i)(?<![a-z])salesforce_?live_?agent_?config['"]?\s{0,8}[:={]0;0;3;4:$ref16:discoveryVersion6:proto3----0;-1;0;7:product=981;49:'{match}' hands conversations over to legacy Chat=518;11:legacy-chat49:Code uses the chat methods of the Classic console0;0;+65:the methods are documented for legacy Chat in the Classic console7;+184:The code accepts chats, reads or sends messages, or reacts to events while agents chat. It needs legacy Chat and the
Classic console; Enhanced Chat runs in the Lightning console only.
216:1. List what the code does for agents, and who still works in the Classic console.
2. Rebuild what is needed as a Lightning web component on the page of MessagingSession.
3. Remove the page from the Classic console.
+158:The Lightning web component module lightning/conversationToolkitApi on an open messaging session. Custom events
between page and console have no counterpart.
+51:sforce.console.chat.onNewMessage(chatKey, handle);
+71:import { getConversationLog } from 'lightning/conversationToolkitApi';
+2:E3++8;+40;=66;4:file3;=10;=11;33:Console toolkit: methods for Chat126:https://developer.salesforce.com/docs/atlas.en-us.260.0.api_console.meta/api_console/sforce_api_console_live_agent_methods.htm46:Lightning web components: conversation toolkit161:https://developer.salesforce.com/docs/atlas.en-us.264.0.api_console.meta/api_console/sforce_api_console_methods_enhanced_lightning_conversationtoolkitapi_lwc.htm0;1;t0;0;1;19:sforce.console.chat+53:\bsforce\.console\.chat\.(?<call>[a-z][A-Za-z]{2,40})0;0;0;----1;-1;0;7:product24:Console toolkit for Chat64:'{path}' works with chats in the Classic console, first '{call}'=123;11:legacy-chat58:A component uses the conversation toolkit of Enhanced Chat3;0;+63:the module and its channels work on enhanced conversations only7;+61:The component already works on the successor's conversations.=649;---+2:E3-2;=10;=11;=1001;=1002;0;1;t2;0;1;0;3;32:lightning/conversationToolkitApi34:lightning-conversation-toolkit-api23:lightning__conversation+120:\blightning/conversationToolkitApi\b|\blightning-conversation-toolkit-api\b|\blightning__conversation[A-Z][A-Za-z]{2,40}0;0;0;----1;-1;0;7:product13:Enhanced Chat55:'{path}' uses the conversation toolkit of Enhanced Chat=526;11:legacy-chat54:A component exchanges custom events with a chat window0;1;+40:custom events exist in legacy chats only7;+151:The agent's console and the visitor's page send each other data while they chat. Both ends belong to legacy Chat. The
new product has no such channel.
194:1. Find the page code on the other side; it has a finding of its own.
2. Decide what the two really exchange and whether it is still needed.
3. Build the substitute before the console is moved.
+106:None. Depending on the purpose: hidden pre-chat fields, a message format, or platform events of your own.
--+2:A4++4;+24;=33;7:feature2;=10;=11;26:Aura: conversation toolkit117:https://developer.salesforce.com/docs/platform/lightning-component-reference/guide/aura-conversation-toolkit-api.html0;2;t2;0;1;0;1;33:lightning:conversationCustomEvent+41:(?i)\blightning:conversationCustomEvent\b0;0;0;--+0;-t1;0;1;3;1;15:sendCustomEvent+71:(?<!chasitor)(?<!iveAgentAPI)(?<!iveagentAPI)\.sendCustomEvent\s{0,4}\(0;1;7:toolkit0;----0;-1;0;7:product20:Conversation toolkit52:'{match}' exchanges custom events with a chat window=523;11:legacy-chat67:A component listens to conversation events of the Lightning console2;2;+48:the events also come from enhanced conversations7;+206:The component reacts when agents send, visitors write or a chat ends. Enhanced conversations send the same events
while their component is visible, but agents have reported that the end was not among them.
139:1. Test each event on a messaging session in a sandbox, the end above all.
2. Move to the message channels with a Lightning web component.
+127:The message channels lightning__conversationAgentSend, lightning__conversationEndUserMessage and
lightning__conversationEnded.
--+2:E3++1;+8;=66;9:component3;=10;=11;38:Lightning console: send a chat message109:https://developer.salesforce.com/docs/service/api-console/guide/sforce-api-console-lightning-sendmessage.html=1001;=1002;0;1;t2;0;1;0;1;22:lightning:conversation+64:(?i)\blightning:conversation(?:AgentSend|ChatEnded|NewMessage)\b0;0;0;----0;-1;0;7:product=1025;45:'{match}' comes from chats and from messaging=522;11:legacy-chat66:A component uses the conversation toolkit of the Lightning console2;1;+75:the toolkit serves legacy chats, and parts of it enhanced conversations too7;+203:The Aura toolkit was made for chats. Sending messages, reading the log and ending also work in enhanced conversations
while the conversation component is open; sending custom events works in chats only.
207:1. List the calls of the component, and on which records agents use it.
2. Test each on a messaging session in a sandbox.
3. Rewrite it as a Lightning web component; the log there holds 200 entries at most.
+68:The Lightning web component module lightning/conversationToolkitApi.+54:<lightning:conversationToolkitAPI aura:id="toolkit"/>
+68:import { sendTextMessage } from 'lightning/conversationToolkitApi';
+2:E3++4;+24;=66;9:component3;=10;=11;=1020;=1021;=1001;=1002;0;1;t2;0;1;0;1;32:lightning:conversationToolkitAPI+40:(?i)\blightning:conversationToolkitAPI\b0;0;0;----1;-1;0;7:product=1025;71:'{path}' uses the conversation toolkit, which chats and messaging share=582;11:legacy-chat46:A subscriber waits for changes of chat records0;0;+37:the event belongs to chat transcripts16;+148:The subscriber gets an event when a chat record is created or changed. Without chats no event comes, and the
connection looks healthy all the same.
187:1. Find out which system reacts, and to what.
2. Subscribe to messaging sessions; check in the org that the event is available.
3. Watch for silence: alert when no event comes for a day.
+84:Change events of MessagingSession, or platform events of your own that a flow sends.+65:client.subscribe('/data/LiveChatTranscriptChangeEvent', handle);
+63:client.subscribe('/data/MessagingSessionChangeEvent', handle);
+2:E4++8;+40;=108;10:subscriber2;=10;=11;41:Object reference: LiveChatTranscriptEvent141:https://developer.salesforce.com/docs/atlas.en-us.264.0.object_reference.meta/object_reference/sforce_api_objects_livechattranscriptevent.htm0;1;t3;0;2;1;0;2;=325;34:LiveChatTranscriptEventChangeEvent+73:(?i)(?<!\w)(?:/data/)?(?<event>LiveChatTranscript(?:Event)?ChangeEvent)\b0;0;0;----0;-1;0;12:CustomObject7:{event}43:'{match}' waits for changes of chat records=471;11:legacy-chat43:Code names the chat channel of Omni-Channel0;1;+50:the name is that of the standard channel for chats16;+126:The code routes chats, looks for work of chats or sets agents' presence through this channel. No work arrives on it
any more.
174:1. Find out whether the code routes work, counts it or shows it.
2. Make it know both channels while the products run in parallel.
3. Remove the old name after the cut-over.
+29:The channel sfdc_livemessage.+71:[SELECT Id FROM ServiceChannel WHERE DeveloperName = 'sfdc_liveagent']
+73:[SELECT Id FROM ServiceChannel WHERE DeveloperName = 'sfdc_livemessage']
+2:C4++2;+16;=66;5:class1;=10;=11;0;1;t2;0;1;0;1;14:sfdc_liveagent+31:(?i)(?<!\w)sfdc_liveagent(?!\w)0;0;0;----0;-1;0;14:ServiceChannel14:sfdc_liveagent44:'{match}' is the chat channel, named by code=568;11:legacy-chat54:Code reads chat buttons, deployments or agent settings0;0;+59:the object names belong to the configuration of legacy Chat16;+148:The code looks up a button or deployment, changes who may chat, or copies settings between orgs. The records have no
counterpart of the same shape.
156:1. Find out what the result is used for.
2. Replace look-ups by the name of the new deployment or channel.
3. Remove what maintained the old configuration.
+162:MessagingChannel and EmbeddedServiceConfig for channel and deployment, queues and presence configurations for who
gets work. Visitor blocking has no counterpart.
--+2:E2++2;+16;=66;5:class2;=10;=11;27:Chat REST API: ChasitorInit119:https://developer.salesforce.com/docs/atlas.en-us.live_agent_rest.meta/live_agent_rest/live_agent_rest_ChasitorInit.htm0;3;t0;1;0;8;14:LiveChatButton=166;18:LiveChatUserConfig=314;=170;20:LiveChatObjectAccess18:UserConfigTransfer26:SupervisorAgentConfigSkill+265:(?i)(?<!\w)(?<object>LiveChatButton(?:Deployment|Skill)?|LiveChatDeployment|LiveChatUserConfig(?:Profile|User)?|LiveChatBlockingRule|LiveChatSensitiveDataRule|LiveChatObjectAccess(?:Config|Definition)|UserConfigTransfer(?:Button|Skill)|SupervisorAgentConfigSkill)\b0;0;1;32:soap.sforce.com/2006/04/metadata----t2;0;2;15;3;4;17;9;10;14;8;18;19;22;23;24;27;26;34;4;14:LiveChatButton=166;=1075;=314;+104:(?i)\bFROM\s{1,20}(?<object>LiveChatButton|LiveChatDeployment|LiveChatUserConfig|LiveChatBlockingRule)\b0;0;0;----t2;0;2;0;2;21:EmbeddedServiceDetail20:EmbeddedServiceLabel+73:(?i)\bFROM\s{1,20}(?<object>EmbeddedServiceDetail|EmbeddedServiceLabel)\b0;0;0;--+1;+72:the objects list embedded chats, and other embedded features beside them0;-1;0;12:CustomObject8:{object}56:'{object}' is configuration of legacy Chat, used by code=593;11:legacy-chat41:Code or data gives users the chat licence0;0;+39:the field is the licence of legacy Chat16;+151:The flag makes a user a chat agent. Provisioning goes on setting it after the retirement, or fails when the field is
gone; a check on it finds nobody.
173:1. Replace setting the flag by assigning the new permission set.
2. Replace checks on it by checks on the assignment.
3. Remove it from the users of scratch orgs and tests.
+112:The permission set licence for Enhanced Chat and a permission set with its permission, assigned like any other.
+42:user.UserPermissionsLiveAgentUser = true;
+93:insert new PermissionSetAssignment(AssigneeId = user.Id, PermissionSetId = enhancedChat.Id);
+2:H3+-3:0.5+4;=28;5:place1;=10;=11;0;1;t3;0;2;1;0;1;28:UserPermissionsLiveAgentUser+36:(?i)\bUserPermissionsLiveAgentUser\b0;0;0;----0;-1;0;7:product17:Chat user licence42:'{match}' gives or checks the chat licence22:chat-object-customised11:legacy-chat63:A rule, record type or other part of one's own on a chat object1;0;+73:the object belongs to legacy Chat, and such parts are never standard ones16;+130:Validation rules, record types and layouts of chats have no effect on messaging sessions. What they ensured is no longer
ensured.
139:1. Decide whether messaging sessions need it, and build it there.
2. Keep record types and compact layouts as long as old chats are shown.
+42:The same kind of part on MessagingSession.--+2:E2+-3:0.5+2;=66;4:part1;=10;=11;0;1;c7;14:ValidationRule10:RecordType13:CompactLayout8:FieldSet7:WebLink15:BusinessProcess13:SharingReason+=709;--0;-0;28:{component} belongs to chats17:chat-object-field11:legacy-chat37:A field of one's own on a chat object1;0;+70:the object belongs to legacy Chat, and the field is not a standard one16;+184:Forms, flows, agents or code filled the field for every chat. Old values stay; new conversations have nowhere to put theirs.
Roll-ups and formulas on chat objects count only the past.
190:1. Find out what fills the field and which reports and pages show it.
2. Create it on MessagingSession where the data is still needed.
3. Keep the old field as long as the records are kept.
+78:A field on MessagingSession, filled by the inbound flow or the code behind it.+65:objects/LiveChatTranscript/fields/Order_Number__c.field-meta.xml
+63:objects/MessagingSession/fields/Order_Number__c.field-meta.xml
+2:E2+-3:0.5+2;=66;5:field2;=10;=11;=655;=656;0;1;c1;11:CustomField+49:^Live(?:Chat|Agent)[A-Z][A-Za-z]{3,30}\.[^.]+__c$--0;-0;31:{component} keeps data of chats21:chat-object-list-view11:legacy-chat41:A list view of one's own on a chat object1;0;+69:the object belongs to legacy Chat, and the view is not a standard one16;+96:Agents and supervisors watch chats in the view, which stays empty from now on or shows the past.129:1. Ask who still uses the view.
2. Build it for messaging sessions where somebody does, and delete the old one with the records.
+34:A list view of messaging sessions.--+2:E3+-3:0.1-3:0.5=28;9:list view1;=10;=11;0;1;c1;8:ListView+82:^Live(?:Chat|Agent)[A-Z][A-Za-z]{3,30}\.(?!(?-i:(?:All|Recently|My)(?:_|[A-Z]|$)))--0;-0;23:{component} lists chats23:chat-object-translation11:legacy-chat49:A translation of one's own parts of a chat object1;0;+=1107;16;+55:The translation goes with the field. It breaks nothing.78:1. Translate the new field.
2. Delete the old translation with the old field.
+47:A translation of the field on MessagingSession.--+2:H4+-3:0.1-4:0.25=28;8:language1;=10;=11;0;1;c1;22:CustomFieldTranslation+64:^Live(?:Chat|Agent)[A-Z][A-Za-z]{3,30}-[A-Za-z_]{2,8}\.[^.]+__c$--0;-0;39:{component} translates a field of chats23:chat-object-trigger-off11:legacy-chat44:A trigger on chat records that is not active1;0;+29:the trigger's settings say so16;+45:It runs for no record, with or without chats.104:1. Make sure that nobody means to switch it on again.
2. Delete it with the other code on chat records.
+12:None needed.--+2:H4+-3:0.1-3:0.5=66;7:trigger1;=10;=11;0;1;r11:ApexTrigger++2;3:out+6;1;12:chat-trigger0;-0;0;3:out+6;1;11:trigger-off0;-0;0;0;--0;-0;55:the trigger '{name}' is for chat records and not active=566;11:legacy-chat30:A trigger runs on chat records0;0;+43:the trigger's object belongs to legacy Chat16;+172:The trigger runs when a chat creates or changes a record. Without chats it never fires again, and nothing reports
that: no error, no failed job, only work that isn't done.
188:1. Find out what the trigger does, and who would miss it.
2. Build it on MessagingSession; a session can end more than once.
3. Deactivate and delete it when old records no longer change.
+55:A trigger or record-triggered flow on MessagingSession.+59:trigger ChatEnded on LiveChatTranscript (after update) { }
+60:trigger SessionEnded on MessagingSession (after update) { }
+2:E2++4;+24;=66;7:trigger2;=10;=11;=1054;=1055;0;3;r11:ApexTrigger++1;3:out+6;1;12:chat-trigger0;-0;0;1;3:out+6;1;11:trigger-off0;-0;0;--r8:artifact++1;3:out+6;1;12:chat-trigger0;-0;0;0;--t0;1;0;3;=205;15:LiveChatVisitor=206;+135:(?i)\btrigger\s{1,20}\w{1,80}\s{1,20}on\s{1,20}(?<object>LiveChatTranscript(?:Event|Skill)?|LiveChatVisitor|LiveAgentSession)\s{0,20}\(3;2;6;7;0;0;----0;-0;43:the trigger '{name}' waits for chat records21:chat-objects-exported11:legacy-chat30:A chat object is in the export1;0;-16;+114:Standard objects come with every export once Chat was on. They tell which objects were examined, and nothing more.=649;-----2;=10;=11;=1054;=1055;0;1;c1;12:CustomObject+=669;--0;+0;=1147;=567;11:legacy-chat33:Apex reads or writes chat records0;0;+38:the object names belong to legacy Chat16;+179:The class works with transcripts, visitors or agents' chat sessions. Old records stay readable, but no new ones
arrive, so code that waits for them falls silent without an error.
271:1. Find out whether the code serves running chats, history, or both.
2. For running chats build the counterpart on messaging sessions; check every field, several have none.
3. For history keep it as long as records are kept.
4. Remove what neither needs, with its tests.
+180:MessagingSession, MessagingEndUser, ConversationEntry, AgentWork and MessagingSessionMetrics. They have another life
cycle: sessions reopen, and one conversation can have several.
+105:List<LiveChatTranscript> chats = [SELECT Id, CaseId FROM LiveChatTranscript WHERE Status = 'Completed'];
+100:List<MessagingSession> sessions = [SELECT Id, CaseId FROM MessagingSession WHERE Status = 'Ended'];
+2:E2++2;+16;=66;5:class3;=10;=11;=1054;=1055;=655;=656;0;1;t0;1;0;4;=205;15:LiveChatVisitor=206;24:ConversationContextEntry+155:(?i)(?<!\w)(?<object>LiveChatTranscript(?:Event|Skill|Share|History|Feed)?|LiveChatVisitor|LiveAgentSession(?:History|Share)?|ConversationContextEntry)s?\b0;0;1;=1080;+41:(?i)\btrigger\s{1,20}\w{1,80}\s{1,20}on\b---1;-1;0;12:CustomObject8:{object}44:'{name}' uses chat records, first '{object}'=508;11:legacy-chat43:A page or component works with chat records0;0;+=1150;16;+160:The component shows or changes chat records, or behaves differently on their page. Agents of the new product work on
messaging sessions and don't see it there.
204:1. Find out whether agents use the component during a chat or for history.
2. Make it work with messaging sessions where they need it; check every field.
3. Put it on the record page of MessagingSession.
+104:The same component for MessagingSession; the text of a conversation comes from the conversation entries.+67:import STATUS from '@salesforce/schema/LiveChatTranscript.Status';
+65:import STATUS from '@salesforce/schema/MessagingSession.Status';
+2:E3++2;+16;=66;9:component3;=10;=11;=655;=656;=1001;=1002;0;2;t2;0;1;5;3;4;5;2;1;2;15:schema/LiveChat23:schema/LiveAgentSession+93:@salesforce/schema/(?<object>LiveChatTranscript(?:Event)?|LiveChatVisitor|LiveAgentSession)\b0;0;0;----t2;0;1;5;3;4;5;2;1;3;=205;15:LiveChatVisitor=206;+89:(?<=['"])(?<object>LiveChatTranscript(?:Event)?|LiveChatVisitor|LiveAgentSession)(?=['"])0;0;0;--+1;+50:a literal of this name is nearly always the object1;-1;0;12:CustomObject8:{object}51:'{component|path}' works with records of '{object}'=584;11:legacy-chat54:A program outside the org reads or writes chat records0;0;+=1150;16;+157:An extract, archive, quality tool or report takes its data from chat records. It goes on without an error after the
retirement and simply finds nothing new.
238:1. Find out who uses the data, and which figures they make of it.
2. Agree on the figures anew: waiting time and duration mean something else in messaging.
3. Read messaging sessions beside the old records until no chats arrive any more.
+147:MessagingSession for the facts of a conversation, MessagingSessionMetrics for times, and the Connect API for its
text, one conversation at a time.
+78:SELECT Id, ChatDuration FROM LiveChatTranscript WHERE CreatedDate = YESTERDAY
+82:SELECT Id, StartTime, EndTime FROM MessagingSession WHERE CreatedDate = YESTERDAY
+2:E4++4;+40;=108;11:integration3;=10;=11;=1054;=1055;=689;=690;0;3;t3;0;2;1;22;3;4;17;9;10;14;8;18;19;21;20;11;22;23;24;26;27;28;29;33;34;6;3;=205;15:LiveChatVisitor=206;+113:(?i)\bFROM\s{1,20}(?<object>LiveChatTranscript(?:Event|Skill|History|Feed)?|LiveChatVisitor|LiveAgentSession)s?\b0;0;0;+15:"Query"\s{0,4}:---t3;0;2;1;20;3;4;17;9;10;14;8;18;19;21;20;11;22;23;26;27;28;29;34;6;2;17:sobjects/LiveChat25:sobjects/LiveAgentSession+85:(?i)\bsobjects/(?<object>LiveChat(?:Transcript(?:Event)?|Visitor)|LiveAgentSession)\b0;0;0;----t1;0;9;17;9;10;14;8;18;19;21;20;2;=205;15:LiveChatVisitor+77:(?<=['"`.])(?<object>LiveChatTranscript(?:Event)?|LiveChatVisitor)(?=['"`.(])0;0;0;--+1;+=1169;0;-1;0;12:CustomObject8:{object}51:'{match}' reads or writes chat records from outside20:chat-records-in-data11:legacy-chat28:Data files hold chat records1;1;+56:the files name chat objects as the type of their records16;+121:Test or demo data fills chat objects. Loading it fails in orgs without Chat, for instance in scratch orgs of the
future.
97:1. Find the script or plan that loads the file.
2. Remove it, or write data for the new objects.
+68:Data for MessagingSession and MessagingEndUser, where tests need it.--+2:H3+-3:0.5+4;=66;4:file1;=10;=11;0;1;t1;2;2;26;27;3;=205;15:LiveChatVisitor=206;+126:(?i)['"]?\b(?:type|sobject)['"]?\s{0,4}:\s{0,4}['"]?(?<object>LiveChatTranscript(?:Event)?|LiveChatVisitor|LiveAgentSession)\b0;0;3;9:keyPrefix8:"fields"4:urls----1;-1;0;12:CustomObject8:{object}36:'{path}' holds records of '{object}'=578;11:legacy-chat45:The text of chats is read from the transcript0;1;+69:the field with the whole conversation exists on chat transcripts only16;+300:A transcript holds the whole conversation in one field. In the new product no field does: the text is read message by
message for one conversation at a time, through an interface that isn't made for bulk. Analytics, quality and archive
tools that need text are the costliest part of many migrations.
195:1. Find out who needs the text and how much of it.
2. Plan for the hourly limit: collect entries when a session ends, rather than all at once.
3. Export the old text before Chat is switched off.
+107:The conversation entries of the Connect API, /connect/conversation/{id}/entries, within its hourly limits.
+40:SELECT Id, Body FROM LiveChatTranscript
+71:GET /services/data/v64.0/connect/conversation/{conversationId}/entries
+2:E4++8;+60;=108;11:integration2;=10;=11;=689;=690;0;2;t4;0;2;1;3;0;2;23:LiveChatTranscript.Body24:SupervisorTranscriptBody+95:(?i)(?<![\w{!])(?:LiveChatTranscript\.Body|(?:LiveChatTranscript\.)?SupervisorTranscriptBody)\b0;0;8;8:<Profile14:<PermissionSet7:<Report12:<CustomField13:<CustomObject7:<Layout10:<FlexiPage11:<RecordType----t2;0;2;0;1;=205;+113:(?i)\bSELECT\s(?:[\w.,\s]{0,400}?,)?\s{0,40}Body\s{0,40}(?:,[\w.,\s]{0,400})?\bFROM\s{1,20}LiveChatTranscripts?\b0;0;0;----1;-1;0;12:CustomObject=205;52:'{path}' reads the text of chats from the transcript19:chat-trigger-object11:legacy-chat37:The chat object that a trigger is for0;0;-16;+53:Whether the trigger is active stands in another file.=649;-----1;=10;=11;0;1;t0;1;0;3;=205;15:LiveChatVisitor=206;+=1144;1;0;0;0;----0;+2;6;12:chat-trigger8:{object}0;12:CustomObject8:{object}=1204;21:chat-trigger-settings11:legacy-chat25:A trigger is switched off1;0;-16;+48:A trigger that is not active runs for no record.=649;-----1;=10;=11;0;1;x1;11:ApexTrigger-0:1;6:statusi2;8:Inactive7:Deleted0;0;1;11:ApexTrigger--0;+1;6;11:trigger-off8:{status}=1207;=128;11:legacy-chat48:Code reads conversations through the Connect API3;0;+54:the address belongs to the new product's conversations16;+56:The program already reads the successor's conversations.=649;---+2:E4-2;=10;=11;=689;=690;0;1;t2;0;2;0;1;21:connect/conversation/+41:(?i)\bconnect/conversation/[^\s'"]{0,120}0;0;0;----1;-1;0;7:product13:Enhanced Chat52:'{path}' reads conversations through the Connect API23:formula-on-chat-records11:legacy-chat28:A formula reads chat records1;1;+65:the formula follows a relationship with the name of a chat object16;+97:For new conversations the relationship is empty, and the formula gives what it gives for nothing.102:1. See what depends on the formula.
2. Build it for MessagingSession where the value is still needed.
+39:The same formula over MessagingSession.--+2:E2+-3:0.5+2;=66;7:formula1;=10;=11;0;2;x1;11:CustomField-0:1;7:formulam=658;0;0;2;8:LiveChat9:LiveAgent--x1;14:ValidationRule-0:1;21:errorConditionFormulam=658;0;0;2;8:LiveChat9:LiveAgent--0;-0;41:{component} reads a field of chat records22:lookup-to-chat-records11:legacy-chat30:A field points to chat records1;0;+44:the field refers to an object of legacy Chat16;+144:Records point to the chat they came from. For new conversations the field stays empty, together with reports, formulas and
code that follow it.
193:1. Find what fills the field: a flow, a trigger, pre-chat or an agent.
2. Add a look-up to MessagingSession and fill it in the same places.
3. Keep the old field as long as old chats are kept.
+68:A second look-up to MessagingSession; the old one stays for history.+46:<referenceTo>LiveChatTranscript</referenceTo>
+44:<referenceTo>MessagingSession</referenceTo>
+2:E2++1;+4;=66;5:field1;=10;=11;0;1;x1;11:CustomField+28:^(?!Live(?:Chat|Agent)[A-Z])0:1;11:referenceToi5;=205;15:LiveChatVisitor=206;14:LiveChatButton=166;0;0;0;--0;-1;0;12:CustomObject13:{referenceTo}37:{component} points to '{referenceTo}'=119;11:legacy-chat33:Code works with messaging records3;0;+37:the objects belong to the new product16;+109:The code already knows the successor's records. Where it also knows chat records, the migration is half done.106:1. Nothing to do for this place.
2. Remove the branches for chat records when history needs them no more.
---+2:E2-2;=10;=11;=689;=690;0;1;t1;0;3;0;3;4;2;=676;=677;+74:(?i)(?<!\w)(?:MessagingSession(?:Metrics|ChangeEvent)?|MessagingEndUser)\b0;0;0;----1;-1;0;7:product13:Enhanced Chat37:'{name}' works with messaging records=394;11:legacy-chat49:A page shows chat buttons by agents' availability0;0;+45:the calls are documented for legacy Chat only3;+185:The page shows, hides or changes something when agents come and go. Without the chat servers the answer never
arrives, so offline content may stay for ever, or both states stay hidden.
196:1. Note what the page shows in each state.
2. Set business hours, availability check and queue limit on the channel.
3. Move offline content to the business hours events, or to a form of its own.
+153:No client call. The channel hides its button by agent availability and queue length; business hours events tell the
page when the chat opens and closes.
+80:liveagent.showWhenOnline('573000000000001', document.getElementById('online'));
+159:window.addEventListener('onEmbeddedMessagingBusinessHoursStarted', showOnline);
window.addEventListener('onEmbeddedMessagingBusinessHoursEnded', showOffline);
+2:D8++1;+8;13:web developer13:page template3;=10;=11;43:Chat Developer Guide: customise deployments=17;38:Enhanced Chat for web: event listeners86:https://developer.salesforce.com/docs/service/messaging-web/guide/event-listeners.html0;1;t0;0;4;14:showWhenOnline15:showWhenOffline21:addButtonEventHandler22:liveagent.BUTTON_EVENT+171:\bliveagent[!?]?\.(?<call>showWhenOnline|showWhenOffline|addButtonEventHandler|BUTTON_EVENT)\b(?:\s{0,4}\(\s{0,4}['"](?<button>573[A-Za-z0-9]{12}(?:[A-Za-z0-9]{3})?)['"])?0;0;0;-+--0;-2;0;7:product14:Deployment API0;9:button-id8:{button}65:'liveagent.{call}' depends on agents' availability in legacy Chat=355;11:legacy-chat37:A page holds elements of chat buttons0;0;+53:the deployment script looks for elements of these ids3;+160:The deployment script shows one of two elements per chat button, for online and for offline. They begin hidden, so
without the script the visitor sees neither.
197:1. Put the button of the new snippet or a link of your own in place of the online element.
2. Decide whether the content of the offline element is still needed, and show it outside business hours.
+85:The button of the new snippet, or a link of your own that calls utilAPI.launchChat().+87:<div id="liveagent_button_online_573000000000001" style="display: none">Chat now</div>
+83:<button onclick="embeddedservice_bootstrap.utilAPI.launchChat()">Chat now</button>
+3:D10+-3:0.5+2;13:web developer13:page template2;=10;=11;=1246;=17;0;1;t0;0;1;17:liveagent_button_+128:\bliveagent_button_(?<state>online|offline|toAgent_online|toAgent_offline)(?:_(?<button>573[A-Za-z0-9]{12}(?:[A-Za-z0-9]{3})?))?0;0;0;-+--1;-2;0;7:product14:Deployment API0;9:button-id8:{button}63:'{path}' holds elements of legacy chat buttons, first '{match}'22:deployment-api-cookies11:legacy-chat42:Code reads or lists cookies of legacy Chat1;2;+61:only some of these cookie names are documented by observation3;+158:The deployment script stores the visitor's session in cookies. Consent tools, proxies and tests know their names.
After the retirement no such cookie is set.
126:1. Remove the names from consent lists, proxies and tests.
2. Add what the new product stores, where a consent list needs it.
+57:None; the new window stores its session in its own frame.--+2:H1+-3:0.5+2;13:web developer5:place2;=10;=11;=1246;=17;0;1;t3;0;2;1;0;6;13:liveagent_sid12:liveagent_vc14:liveagent_ptid14:liveagent_oref17:liveagent_chatted25:liveagent_invite_rejected+65:\bliveagent_(?<cookie>sid|vc|ptid|oref|chatted|invite_rejected)\b0;0;0;----0;-0;36:'{match}' is a cookie of legacy Chat=527;11:legacy-chat62:A chat window exchanges custom events with the agent's console0;0;+45:the object is documented for legacy Chat only3;+186:Code in a chat window of your own sends events to the agent's console and receives others. Both ends are legacy: the
window and the console methods. The new product has no such channel.
205:1. Find the console code that receives the event; it has a finding of its own.
2. Decide what the two really exchange and whether it is still needed.
3. Build the substitute before the window is replaced.
+=1019;+55:liveagent.chasitor.sendCustomEvent('shareCart', cart);
-+2:A4++4;+24;=33;7:feature2;=10;=11;=999;=1000;0;1;t2;0;1;0;1;9:chasitor.+65:\b(?:liveagent\.)?chasitor\.(?<call>[a-z][A-Za-z]{2,40})\s{0,4}\(0;0;0;----0;-1;0;7:product14:Deployment API71:'chasitor.{call}' talks between the chat window and the agent's console=417;11:legacy-chat43:A page hands visitor details to legacy Chat0;0;+=1240;3;+223:The page tells agents who the visitor is or what the page is about. In the new product such values travel as hidden
pre-chat fields, must be set after the ready event and before the conversation starts, and arrive as text.
192:1. List the labels and what agents do with them.
2. Create a parameter on the messaging channel for each, and map it in the flow.
3. Set the values in the page after onEmbeddedMessagingReady.
+133:prechatAPI.setHiddenPrechatFields with parameters of the channel, mapped to fields in a flow. Nothing replaces the
knowledge search.
+50:liveagent.addCustomDetail('Order', order.number);
+84:embeddedservice_bootstrap.prechatAPI.setHiddenPrechatFields({Order: order.number});
+2:D4++2;+8;13:web developer13:page template4;=10;=11;=1246;=17;31:Enhanced Chat for web: pre-chat79:https://developer.salesforce.com/docs/service/messaging-web/guide/pre-chat.html25:Help: map pre-chat values84:https://help.salesforce.com/s/articleView?id=service.miaw_map_messaging_2.htm&type=50;1;t0;0;5;15:addCustomDetail17:liveagent.setName18:liveagent!.setName18:liveagent?.setName17:doKnowledgeSearch+92:\bliveagent[!?]?\.(?<call>addCustomDetail|setName)\b|\.(?<search>doKnowledgeSearch)\s{0,4}\(0;0;0;-+--0;-1;0;7:product14:Deployment API38:'{match}' hands details to legacy Chat=426;11:legacy-chat51:A page finds or creates records through legacy Chat0;0;+43:the call is documented for legacy Chat only3;+194:The chat server finds or creates contacts, leads or cases from the page's values when a chat is accepted. The new
product doesn't do that: without a flow, sessions arrive without their records.
241:1. Write down the objects, the fields used to find and those used to create.
2. Pass the values as parameters of the channel.
3. Build the look-up in the routing flow, with duplicate rules in mind and without showing guests foreign records.
+93:An Omni-Channel flow that gets or creates the records and sets them on the messaging session.+90:liveagent.findOrCreate('Contact').map('Email', 'Email', true, true, true).showOnCreate();
+101:Flow: Get Records (Contact by email parameter) → Create Records when none → set EndUserContactId
+2:D5++8;+40;=66;10:deployment3;=10;=11;=1246;=17;=1288;=1289;0;2;t0;0;3;22:liveagent.findOrCreate23:liveagent!.findOrCreate23:liveagent?.findOrCreate+80:\bliveagent[!?]?\.findOrCreate\b(?:\s{0,4}\(\s{0,4}['"](?<object>\w{1,80})['"])?0;0;0;-+--t2;0;1;0;2;13:.findOrCreate13:.linkToEntity+100:\.(?:findOrCreate\s{0,4}\(\s{0,4}['"](?<object>Contact|Case|Lead|Account)['"]|linkToEntity\s{0,4}\()0;3;14:liveagent.init4:_laq25:liveagent.addCustomDetail0;+28:liveagent[!?]?\.findOrCreate-+1;+37:the file also uses the Deployment API0;-1;0;7:product14:Deployment API54:'{match}' finds or creates records through legacy Chat=354;11:legacy-chat32:A page starts the Deployment API0;0;+=1297;3;+168:The call ties the page to a chat server, a deployment and an org. Without the server nothing after it works: buttons
stay hidden or dead, and visitor details are lost.
303:1. Create and publish an Enhanced Chat deployment of type Web.
2. Allow the page's domain in the cross-origin and trusted-URL settings.
3. Put the new snippet in place of this call and of the script before it.
4. Go through the other liveagent calls of the page, each of which has a finding of its own.
+93:embeddedservice_bootstrap.init with the org id, the deployment's developer name and its site.+107:liveagent.init('https://d.la1-c1-abc.salesforceliveagent.com/chat', '572000000000001', '00D000000000001');
+161:embeddedservice_bootstrap.init('00D000000000001', 'Web_Chat', 'https://example.my.site.com/ESWWebChat',
  {scrt2URL: 'https://example.my.salesforce-scrt.com'});
+3:D10++2;+16;13:web developer13:page template3;=10;=11;=1246;=17;=1247;=1248;0;1;t0;0;3;14:liveagent.init15:liveagent!.init15:liveagent?.init+197:\bliveagent[!?]?\.init\s{0,4}\((?:\s{0,20}['"](?<endpoint>[^'"\s]{1,200})['"]\s{0,20},\s{0,20}['"](?<deployment>[A-Za-z0-9]{15,18})['"]\s{0,20},\s{0,20}['"](?<organization>[A-Za-z0-9]{15,18})['"])?0;0;0;-+--0;-4;0;7:product14:Deployment API0;8:endpoint10:{endpoint}0;13:deployment-id12:{deployment}0;15:organization-id14:{organization}70:'liveagent.init' starts chat deployment '{deployment|from a variable}'=402;11:legacy-chat30:A page drives chat invitations0;0;+61:the calls and element ids are documented for legacy Chat only3;+228:Automated invitations offer a chat by rules: seconds on the page, pages seen, an address, variables of the page. The
rules live in the org and are in no export; the page only fills variables and shows or rejects the invitation.
169:1. Copy the invitation rules by hand from Setup before they are gone.
2. Build the conditions in the new deployment.
3. Remove the variables and elements from the page.
+169:Invitations of the new deployment, with conditions for seconds on page or site, page views, address and custom
variables. Web only; the rules have to be typed in again.
+49:liveagent.setCustomVariable('cartValue', total);
+67:Deployment settings: invitation condition CustomVariable cartValue
+2:D8++2;+16;13:web developer10:invitation2;=10;=11;=1246;=17;0;1;t0;0;3;27:liveagent.setCustomVariable20:liveagent.rejectChat24:liveagent_invite_button_+133:\bliveagent[!?]?\.(?<call>setCustomVariable|rejectChat)\b|\bliveagent_invite_button_(?<button>573[A-Za-z0-9]{12}(?:[A-Za-z0-9]{3})?)?0;0;0;----0;-2;0;7:product14:Deployment API0;9:button-id8:{button}49:'{match}' belongs to an automated chat invitation=356;11:legacy-chat48:Code touches the object of the deployment script0;1;+87:the deployment script puts these objects on the page; a script of one's own rarely does3;+141:The code asks whether the deployment script has loaded, replaces its object in a test, or removes it. It belongs to a
page with legacy Chat.
100:1. Replace the check by a listener for onEmbeddedMessagingReady.
2. Remove it with the old snippet.
+57:The object embeddedservice_bootstrap and its ready event.--+3:D10+-3:0.5+2;13:web developer5:place3;=10;=11;=1246;=17;=1247;=1248;0;1;t2;0;1;0;3;16:window.liveagent19:liveAgentDeployment16:typeof liveagent+101:\b(?:window\.liveagent(?![\w.!?-])|(?:window\.)?liveAgentDeployment\b|typeof\s{1,4}liveagent\b(?!\.))0;0;2;16:LiveAgentTracker10:ladesk.com----1;-1;0;7:product14:Deployment API57:'{path}' touches the object of the chat deployment script=357;11:legacy-chat44:A page queues work for the deployment script0;1;+55:the short name is that of the deployment script's queue3;+133:Functions pushed to this array run when the deployment script has loaded. Without the script they never run, and
nothing reports it.
176:1. Look at what each queued function does; the calls inside have findings of their own.
2. Move what is still needed into a listener for the ready event, and remove the array.
+40:A listener for onEmbeddedMessagingReady.+122:window._laq = window._laq || [];
window._laq.push(function () { liveagent.showWhenOnline('573000000000001', element); });
+60:window.addEventListener('onEmbeddedMessagingReady', start);
+3:D10+-3:0.5+4;13:web developer13:page template3;=10;=11;=1246;=17;=1247;=1248;0;1;t2;0;1;0;1;4:_laq+62:(?:\bwindow\._laq\b|(?<![\w.$])_laq(?:\s{0,4}=(?!=)|\.push\b))0;0;0;----0;-1;0;7:product14:Deployment API49:'_laq' queues work for the chat deployment script=358;11:legacy-chat41:A page sets up the chat window or logging0;0;+=1240;3;+103:The call changes the size of the old chat window or writes its log. It does nothing for the new window.116:1. Remove the call together with the old snippet.
2. Set size and branding in the new deployment where they matter.
+76:None needed. Size and look of the new window are settings of the deployment.--+3:D10+-3:0.5+1;13:web developer13:page template2;=10;=11;=1246;=17;0;1;t0;0;2;23:liveagent.enableLogging23:liveagent.setChatWindow+67:\bliveagent\.(?<call>enableLogging|setChatWindow(?:Height|Width))\b0;0;0;----0;-1;0;7:product14:Deployment API49:'liveagent.{call}' sets up the legacy chat window=368;11:legacy-chat29:A page opens a chat from code0;0;+=1240;3;+198:The call opens the chat window for a button, or cuts the page's connection. Without the deployment script it throws,
because the object doesn't exist, and a link or button on the page does nothing.
168:1. Replace the call by launchChat() after the ready event.
2. Where a button or an agent was chosen, pass the choice as a hidden pre-chat field and decide in the flow.
+188:embeddedservice_bootstrap.utilAPI.launchChat(). A chosen button or agent becomes a routing decision in a flow; ending
the session is userVerificationAPI.clearSession() for verified users.
+40:liveagent.startChat('573000000000001');
+48:embeddedservice_bootstrap.utilAPI.launchChat();
+3:D10++1;+4;13:web developer13:page template3;=10;=11;=1246;=17;=1247;=1248;0;1;t0;0;4;19:liveagent.startChat20:liveagent!.startChat20:liveagent?.startChat20:liveagent.disconnect+146:\bliveagent[!?]?\.(?<call>startChatWithWindow|startChat|disconnect)\b(?:\s{0,4}\(\s{0,4}['"](?<button>573[A-Za-z0-9]{12}(?:[A-Za-z0-9]{3})?)['"])?0;0;0;-+--0;-2;0;7:product14:Deployment API0;9:button-id8:{button}48:'liveagent.{call}' opens or leaves a legacy chat22:deployment-script-copy11:legacy-chat41:A copy of the deployment script is stored2;1;+70:these names stand in the vendor's script, and in code that imitates it3;+196:Some orgs keep deployment.js as a static resource or in a web server's folder. The copy still calls the chat servers,
so it is no way round the retirement. What matters is the page that loads it.
84:1. Find the pages that load the copy and replace their snippet.
2. Delete the copy.
+61:None; the new product's script is loaded from the org's site.--+2:H1+-3:0.5+4;13:web developer4:copy2;=10;=11;55:Chat Developer Guide: versions of the deployment script128:https://developer.salesforce.com/docs/atlas.en-us.250.0.live_agent_dev.meta/live_agent_dev/live_agent_dev_guide_API_versions.htm0;1;t3;0;1;2;0;1;=1329;-0;3;24:liveagent_button_online_10:handlePing=1338;0;----1;-1;0;7:product14:Deployment API56:'{path}' looks like a copy of the chat deployment script=353;11:legacy-chat49:A page loads the deployment script of legacy Chat0;0;+62:the path belongs to the chat servers, whichever host serves it3;+294:deployment.js draws the chat buttons, tracks the visitor and opens the chat window. Without the chat servers it
doesn't load, and the page's chat buttons stay dead or hidden. The same path is also served below a My Domain
host of the new product's domain, so the path decides and not the host.
324:1. Create an Enhanced Chat deployment of type Web and publish it.
2. Allow the page's domain in the org's cross-origin and trusted-URL settings.
3. Replace the script tag and the liveagent calls after it by the snippet that the deployment shows.
4. Keep the old code behind a switch until the pilot is over, then remove it.
+93:The snippet of an Enhanced Chat deployment, bootstrap.min.js from the org's my.site.com host.+225:<script src="https://c.la1-c1-abc.salesforceliveagent.com/content/g/js/57.0/deployment.js"></script>
<script>liveagent.init('https://d.la1-c1-abc.salesforceliveagent.com/chat', '572000000000001', '00D000000000001');</script>
+352:<script>
  function initEmbeddedMessaging() {
    embeddedservice_bootstrap.init('00D000000000001', 'Web_Chat',
      'https://example.my.site.com/ESWWebChat', {scrt2URL: 'https://example.my.salesforce-scrt.com'});
  }
</script>
<script src="https://example.my.site.com/ESWWebChat/assets/js/bootstrap.min.js" onload="initEmbeddedMessaging()"></script>
+3:D10++2;+16;13:web developer13:page template2;=10;=11;=1378;=1379;0;1;t0;0;2;14:/deployment.js18:/deployment.min.js+78:(?i)\bcontent/g/(?:js/(?<version>[0-9]{2}\.[0-9])/)?deployment(?:\.min)?\.js\b0;0;0;----0;-1;0;7:product14:Deployment API49:'{match}' is the deployment script of legacy Chat=363;11:legacy-chat48:Code opens the hosted chat window by its address0;2;+43:the path was observed and is not documented3;+139:The deployment script opens this window. Code that opens it directly goes round the script, and ends at a server that
no longer serves it.
106:1. Find out what passes the parameters to the window.
2. Replace the link by a page with the new snippet.
+40:utilAPI.launchChat() of the new snippet.--+3:D10++1;+8;13:web developer5:place2;=10;=11;=1246;=17;0;1;t3;0;1;2;0;1;14:content/s/chat+41:(?i)(?<![\w-])content/s/chat(?=[?#'"`\s])0;0;0;----0;-1;0;7:product14:Deployment API50:'{match}' is the address of the hosted chat window15:chat-setup-site11:legacy-chat41:A site of the guided chat set-up is named1;1;+57:the path is the one that the vendor's set-up flow creates5;+156:The guided set-up of embedded chat made a site of this path, and snippets name it. It has no other purpose and stays
open to guests after the chat is gone.
109:1. Replace the snippet that names the site.
2. Deactivate the site and its guest profile after the cut-over.
+51:The site that the new deployment creates by itself.--+2:H1+-3:0.5+2;=28;4:site2;=10;=11;=931;=19;0;1;t3;0;1;2;0;1;18:liveAgentSetupFlow+31:(?i)(?<!\w)liveAgentSetupFlow\b0;0;0;----0;-1;0;7:product=2;47:'{match}' is the site of the guided chat set-up23:embedded-branding-links11:legacy-chat44:The configuration that a branding belongs to0;1;-5;+62:What the branding is for stands in the configuration it names.=649;-----2;=10;=11;37:Metadata API: EmbeddedServiceBranding111:https://developer.salesforce.com/docs/atlas.en-us.264.0.api_meta.meta/api_meta/meta_embeddedservicebranding.htm0;1;x1;=176;-0:1;21:embeddedServiceConfigp0;0;0;--0;+1;0;=172;23:{embeddedServiceConfig}=1408;25:embedded-branding-unclear11:legacy-chat53:The look of an embedded window that may not be a chat2;2;+94:flows and appointments were branded in the same way, or the configuration is not in the export5;+116:Public documents say that the type works with the legacy products only, but embedded flows have such components too.102:1. Look at the configuration that it names.
2. Leave it alone where that is a flow or an appointment.
+15:A branding set.--+2:D2+-4:0.25+1;=28;13:configuration2;=10;=11;=1410;=1411;0;1;r=176;++0;2;3:out+0;1;=172;0;-1;3:out+6;1;18:deployment-feature1;9:LiveAgent-0;0;0;3:out+0;1;=172;0;-1;2:in+0;1;=174;0;-0;0;0;--0;-0;71:'{name}' is the look of an embedded window that no chat is known to use=339;11:legacy-chat28:The look of an embedded chat0;0;+54:the branding belongs to a configuration of legacy Chat5;+103:Colours, font and size of the old window. The new product keeps them in a branding set of another type.115:1. Run the migration tool before any polishing by hand, because it overwrites it.
2. Check font and picture sizes.
+103:A branding set of the new deployment; the vendor's migration tool copies logo, colours and header text.+155:<EmbeddedServiceBranding>
    <embeddedServiceConfig>Shop_Help</embeddedServiceConfig>
    <primaryColor>#2f5d50</primaryColor>
</EmbeddedServiceBranding>
+178:<BrandingSet>
    <brandingSetProperty>
        <propertyName>headerColor</propertyName>
        <propertyValue>#2f5d50</propertyValue>
    </brandingSetProperty>
</BrandingSet>
+2:D2+-3:0.5+2;=28;13:configuration2;=10;=11;=1410;=1411;0;2;r=176;++1;3:out+0;1;=172;0;-1;3:out+6;1;=1419;1;9:LiveAgent-0;0;0;0;--r=176;++1;3:out+0;1;=172;0;-1;2:in+0;1;=174;0;-0;0;0;0;--0;-0;31:'{name}' is the look of {other}=347;11:legacy-chat37:A page opens an embedded channel menu2;1;+69:the menu may lead to legacy chats, to messaging and to other channels5;+140:The menu offers several ways of contact. Its items are in the org; one that leads to an embedded chat stops working
while the others go on.
132:1. Look at the items of the menu in Setup or in its metadata.
2. Replace items that lead to a chat by items for the new deployment.
+61:A menu item for the new deployment, or the new snippet alone.--+3:D10++1;+4;13:web developer13:page template2;=10;=11;=931;=19;0;1;t0;0;2;17:embedded_svc.menu21:embeddedservice/menu/+73:\bembedded_svc\.menu\b|\bembeddedservice/menu/[a-z]{2,20}(?:\.min)?\.js\b0;0;0;----1;-1;0;7:product29:Embedded Service channel menu59:'{path}' opens a channel menu that may lead to legacy chats=369;11:legacy-chat40:A page drives an embedded chat from code0;0;+50:the object is the chat part of the embedded script5;+153:The page starts, ends or inspects an embedded chat. The object comes from the chat part of the old script, so the
call throws once that no longer loads.
213:1. Replace starts by launchChat() after the ready event.
2. Pass choices of button or agent as hidden pre-chat fields and decide in the flow.
3. Drop questions that nothing answers, or use business hours instead.
+142:utilAPI.launchChat() to start; for verified users userVerificationAPI.clearSession() to end. Availability and button
settings can't be asked.
+92:embedded_svc.liveAgentAPI.startChat({directToAgentRouting: {buttonId: '573000000000001'}});
+=1365;+3:D10++1;+8;13:web developer13:page template3;=10;=11;38:Embedded Service: start chat from code133:https://developer.salesforce.com/docs/atlas.en-us.264.0.snapins_web_dev.meta/snapins_web_dev/embedded_services_web_bootstrap_chat.htm=1247;=1248;0;3;t0;0;1;12:liveAgentAPI+161:\bembedded_svc[!?]?\.live[Aa]gentAPI\b(?!\.(?:sendCustomEvent|getCustomEvents|addCustomEventListener|connection|handleChatSettings))(?:[!?]?\.(?<call>\w{2,40}))?0;0;0;-+--t2;0;1;0;1;24:bootstrapEmbeddedService+47:\bembedded_svc[!?]?\.bootstrapEmbeddedService\b0;0;0;--+1;+67:the call opens whatever the snippet enables, which is mostly a chatt2;0;1;0;1;24:embedded_svc.postMessage+86:\bembedded_svc\.postMessage\s{0,4}\(\s{0,10}['"`](?<call>(?:chasitor|agent)\.\w{2,40})0;0;0;----0;-1;0;7:product=2;40:'{match}' drives an embedded legacy chat=528;11:legacy-chat65:An embedded chat exchanges custom events with the agent's console0;0;+38:the calls exist for embedded chat only5;+151:The page sends data to the agent's console while a chat runs, or listens for it. Both ends belong to legacy Chat. The
new product has no such channel.
200:1. Find the console code on the other side; it has a finding of its own.
2. Decide what the two really exchange and whether it is still needed.
3. Build the substitute before the snippet is replaced.
+=1019;--+2:A4++4;+24;=33;7:feature2;=10;=11;31:Embedded Service: custom events125:https://developer.salesforce.com/docs/atlas.en-us.226.0.snapins_web_dev.meta/snapins_web_dev/snapins_web_custom_event_api.htm0;1;t0;0;3;28:liveAgentAPI.sendCustomEvent28:liveAgentAPI.getCustomEvents35:liveAgentAPI.addCustomEventListener+84:\blive[Aa]gentAPI\.(?<call>sendCustomEvent|getCustomEvents|addCustomEventListener)\b0;0;0;----0;-1;0;7:product=2;57:'{call}' exchanges custom events with the agent's console=370;11:legacy-chat44:A page listens to events of an embedded chat0;1;+66:the listener belongs to the old snippet, and the event to its chat5;+189:The page reacts when a chat is requested, accepted, transferred or ended: for analytics, follow-ups or its own
buttons. The events don't come from the new window, and nothing reports that.
184:1. List the events and what depends on them, analytics included.
2. Map each to a window event, or drop it.
3. Replace the session key by the conversation id where records are joined.
+208:Window events whose names begin with onEmbeddedMessaging: ConversationStarted, ConversationRouted,
ConversationParticipantChanged, ConversationClosed and others. They carry a conversation id, no session key.
+58:embedded_svc.addEventHandler('onChatEstablished', track);
+85:window.addEventListener('onEmbeddedMessagingConversationParticipantChanged', track);
+3:D10++1;+8;13:web developer13:page template3;=10;=11;29:Embedded Service: chat events120:https://developer.salesforce.com/docs/atlas.en-us.226.0.snapins_web_dev.meta/snapins_web_dev/snapins_web_chat_events.htm=1247;=1248;0;2;t0;0;1;15:addEventHandler+131:\bembedded_svc[!?]?\.addEventHandler\s{0,4}\(\s{0,10}['"](?!onHelpButtonClick|after(?:Maximize|Minimize|Destroy))(?<event>\w{2,60})0;0;0;----t2;0;1;0;1;19:liveAgentSessionKey-0;0;1;12:x-liveagent-----0;-1;0;7:product=2;64:'{event|liveAgentSessionKey}' comes from an embedded legacy chat=361;11:legacy-chat38:A snippet switches on the chat feature0;0;+67:LiveAgent is the name of embedded chat among the snippet's features5;+163:The snippet loads the chat part of the embedded script because of this setting. Other features, like flows and
appointments, may stand in the same list and go on.
172:1. Look which other features the list holds; those stay with the old script until they move too.
2. Replace the chat by the new snippet and take LiveAgent out of the list.
+68:None needed; an Enhanced Chat deployment does nothing but messaging.--+3:D10+-3:0.5+2;13:web developer7:snippet2;=10;=11;=931;=19;0;1;t0;0;3;11:'LiveAgent'11:"LiveAgent"11:;LiveAgent&+150:\b(?:enabledFeatures['"]?\s{0,10}[:=]\s{0,10}\[[^\]]{0,120}?|entryFeature['"]?\s{0,10}[:=]\s{0,10})(?:['"]|&[#\w]{2,5};)LiveAgent(?:['"]|&[#\w]{2,5};)0;0;0;----1;-1;0;7:product=2;56:'{path}' switches on embedded legacy chat with '{match}'=360;11:legacy-chat30:A page starts an embedded chat0;0;+59:the page starts the embedded script and names chat settings5;+129:The call ties the page to an embedded deployment, a chat button and a chat server. Without the server the button
doesn't appear.
295:1. Create and publish an Enhanced Chat deployment of type Web.
2. Put its snippet in place of this call and of the script before it.
3. Go through the embedded_svc.settings of the page, which have findings of their own.
4. Test with the page's content security policy, staging domains included.
+=1315;+211:embedded_svc.init('https://example.my.salesforce.com', 'https://example.my.site.com/help', gslbBaseURL,
  '00D000000000001', 'Web_Chat', {baseLiveAgentURL: 'https://d.la1-c1-abc.salesforceliveagent.com/chat'});
+=1317;+3:D10++2;+16;13:web developer13:page template3;=10;=11;41:Embedded Service: versions of the snippet130:https://developer.salesforce.com/docs/atlas.en-us.250.0.snapins_web_dev.meta/snapins_web_dev/snapins_web_code_snippet_versions.htm=1247;=1248;0;1;t0;0;2;17:embedded_svc.init22:embedded_svc.menu.init+119:\bembedded_svc\.(?:menu\.)?init\s{0,4}\((?:[^;]{0,600}?['"](?<organization>00D[A-Za-z0-9]{12}(?:[A-Za-z0-9]{3})?)['"])?0;1;9:liveagent0;----0;-2;0;7:product=2;0;15:organization-id14:{organization}50:'embedded_svc.init' starts an embedded legacy chat=403;11:legacy-chat45:A page drives invitations of an embedded chat0;0;+48:the names belong to invitations of embedded chat5;+108:The page shows, accepts or rejects an automated invitation. Its rules live in the org and are in no export.
166:1. Copy the invitation rules by hand from Setup before they are gone.
2. Build the conditions in the new deployment.
3. Remove markup and code of the old invitation.
+76:Invitation conditions of the new deployment; they have to be typed in again.--+2:D8++2;+16;13:web developer10:invitation2;=10;=11;=931;=19;0;1;t2;0;1;0;3;9:inviteAPI14:snapins_invite20:esw-invite-container+76:\bembedded_svc[!?]?\.inviteAPI\b|\bsnapins_invite\b|\besw-invite-container\b0;0;0;----0;-1;0;7:product=2;61:'{match}' belongs to an invitation of an embedded legacy chat=343;11:legacy-chat42:An embedded chat shows labels of one's own0;0;+54:label keys with this prefix exist for legacy Chat only5;+155:The texts of the old window have keys of their own. The new window has other keys, more of them, and there is no published
list that tells which is which.
133:1. Let the migration tool copy what it can, once per language.
2. Go through the window of the new product and set the rest by hand.
+74:Custom labels of the feature EmbeddedMessaging, whose keys begin with EM_.+46:<labelKey>LA_PreChat_Base_LiveChat</labelKey>
+37:<feature>EmbeddedMessaging</feature>
+2:D7++1;+4;=28;8:language2;=10;=11;=880;=881;0;1;x1;=172;-27:embeddedServiceCustomLabels1;8:labelKeym4:^LA_0;1;11:customLabel1;=1510;--1;-1;0;11:CustomLabel13:{customLabel}74:the configuration '{name}' replaces the text '{labelKey}' and maybe others=340;11:legacy-chat56:A snippet sets pictures and texts of the old chat window0;1;+41:the settings exist for embedded chat only5;+91:The settings have no meaning for the new window, and nothing reports that they are ignored.121:1. Set logo, colours and texts in the new deployment's branding and labels.
2. Remove the settings with the old snippet.
+91:The branding of the new deployment. The vendor's tool copies logo, colours and header text.--+3:D10+-3:0.5+4;13:web developer7:snippet2;=10;=11;=931;=19;0;1;t2;0;1;0;7;28:waitingStateBackgroundImgURL23:prechatBackgroundImgURL22:smallCompanyLogoImgURL19:chatbotAvatarImgURL21:settings.avatarImgURL25:settings.autoOpenPostChat36:settings.agentAvailableOnButtonClick+175:\b(?:waitingStateBackgroundImgURL|prechatBackgroundImgURL|smallCompanyLogoImgURL|chatbotAvatarImgURL|settings\.(?:avatarImgURL|autoOpenPostChat|agentAvailableOnButtonClick))\b0;0;0;----1;-1;0;7:product=2;45:'{path}' sets the look of the old chat window19:embedded-chat-names11:legacy-chat54:Something names an embedded chat by its generated name0;0;-5;+93:Snippets, labels and settings name the chat they show; that ties pages outside the org to it.=649;-----2;=10;=11;38:Metadata API: EmbeddedServiceLiveAgent106:https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_embeddedserviceliveagent.htm0;1;t4;0;1;2;3;0;1;31:EmbeddedServiceLiveAgent_Parent+54:\b(?<chat>EmbeddedServiceLiveAgent_Parent04I\w{10,60})0;0;2;25:<EmbeddedServiceLiveAgent22:<EmbeddedServiceConfig----0;+1;0;=174;6:{chat}=1527;=446;11:legacy-chat47:A snippet offers a form when no agent is online0;0;+=1513;5;+151:Outside opening hours the old window can turn into a form that creates a case. The new window has no such form, and
the vendor's tool doesn't copy it.
138:1. Find out whether offline support is really on, and how many cases it makes.
2. Choose a substitute and show it outside business hours.
+101:Business hours with a hidden button, a bot or flow that creates the case, or a web form of your own.
--+2:D8++2;+16;=28;10:deployment2;=10;=11;=931;=19;0;1;t0;0;2;23:isOfflineSupportEnabled27:offlineSupportMinimizedText+59:\b(?:isOfflineSupportEnabled|offlineSupportMinimizedText)\b0;0;0;----1;-1;0;7:product=2;57:'{path}' sets up the offline form of embedded legacy chat=418;11:legacy-chat48:A snippet hands visitor details to embedded chat0;0;+=1513;5;+221:The page fills the pre-chat form or adds details that agents and transcript fields get. In the new product such values
must be set after the ready event and before the conversation starts, and arrive in the flow as text.
230:1. List the values and where they end: form, agent, transcript field.
2. Create form fields and parameters in the new deployment and channel.
3. Set the values in the page after onEmbeddedMessagingReady, and map them in the flow.
+174:prechatAPI.setVisiblePrechatFields for prefilled fields, prechatAPI.setHiddenPrechatFields with channel parameters
for the rest; a flow writes them to the messaging session.
+79:embedded_svc.settings.prepopulatedPrechatFields = {FirstName: user.firstName};
+101:embeddedservice_bootstrap.prechatAPI.setVisiblePrechatFields({_firstName: {value: user.firstName}});
+2:D4++1;+8;13:web developer7:snippet4;=10;=11;=931;=19;=1286;=1287;=1288;=1289;0;1;t0;0;2;23:extraPrechatFormDetails25:prepopulatedPrechatFields+65:\b(?<setting>extraPrechatFormDetails|prepopulatedPrechatFields)\b0;0;0;-+--0;-1;0;7:product=2;57:'{setting}' hands visitor details to embedded legacy chat=428;11:legacy-chat56:A snippet finds or creates records through embedded chat0;0;+41:the setting exists for embedded chat only5;+161:The chat finds or creates contacts, leads or cases as this setting says. The new product doesn't do that: without a
flow, sessions arrive without their records.
262:1. Write down objects, fields used to find, fields used to create, and links between the records.
2. Pass the values as parameters of the channel.
3. Build the look-up in the routing flow, with duplicate rules in mind and without showing guests foreign records.
+=1300;+177:embedded_svc.settings.extraPrechatInfo = [{entityName: 'Contact', entityFieldMaps: [{fieldName: 'Email',
  label: 'Email', doFind: true, isExactMatch: true, doCreate: true}]}];
+=1302;+2:D5++8;+40;=66;10:deployment3;=10;=11;=931;=19;=1288;=1289;0;1;t0;0;1;16:extraPrechatInfo+20:\bextraPrechatInfo\b0;0;0;-+--0;-1;0;7:product=2;63:'{match}' finds or creates records through embedded legacy chat=457;11:legacy-chat35:A snippet chooses who gets the chat0;0;+=1513;5;+168:The page picks a chat button from the visitor's answers, or names buttons and agents to fall back to. In the new
product a page can't pick; the channel's flow decides.
151:1. Write down the rules of the page as a table.
2. Pass what they need as parameters, and decide in the flow.
3. Name a fallback queue on the channel.
+91:Decisions in the Omni-Channel flow on channel parameters, and the channel's fallback queue.+110:embedded_svc.settings.directToButtonRouting = (form) => form[0].value === 'Sales' ? '573000000000001' : null;
+66:Flow: Decision on the parameter Topic → Route Work to the queue
+2:C4++4;+16;=66;10:deployment2;=10;=11;=931;=19;0;1;t0;0;2;21:directToButtonRouting15:fallbackRouting+102:\bdirectToButtonRouting\b|(?:\bsettings\.|['"])fallbackRouting\b|\bfallbackRouting\s{0,4}[:=]\s{0,4}\[0;0;0;-+--0;-1;0;7:product=2;52:'{match}' routes embedded legacy chats from the page=359;11:legacy-chat40:A page loads the script of embedded chat0;0;+73:the path is that of the embedded script, and the page names chat settings5;+200:esw.min.js draws the chat button and window of an embedded deployment and loads the chat part behind it. Without the
chat servers the button doesn't appear, and code that waits for it waits for ever.
333:1. Create a new deployment; the old one can't be converted. The vendor's tool copies its look and some labels.
2. Allow the page's domain in the cross-origin and trusted-URL settings.
3. Put the new snippet in place of this script and of the embedded_svc lines after it.
4. Keep the old code behind a switch until the pilot is over.
+=1386;+81:<script src="https://service.force.com/embeddedservice/5.0/esw.min.js"></script>
+123:<script src="https://example.my.site.com/ESWWebChat/assets/js/bootstrap.min.js" onload="initEmbeddedMessaging()"></script>
+3:D10++2;+16;13:web developer13:page template3;=10;=11;=1489;=1490;=1247;=1248;0;2;t0;0;2;10:esw.min.js7:/esw.js+82:(?i)\bembeddedservice/(?<version>[0-9]{1,2}\.[0-9])/(?<script>esw(?:\.min)?\.js)\b0;1;9:liveagent0;-+--t0;0;3;14:liveagent.esw.11:invite.esw.13:chasitor.esw.+83:(?i)(?<![\w.])(?<script>(?:liveagent|invite|chasitor)\.esw(?:\.min)?\.(?:js|css))\b0;0;0;--+1;+46:scripts of these names belong to embedded chat0;-1;0;7:product=2;47:'{match}' is the script of embedded legacy chat=362;11:legacy-chat52:A snippet names chat servers or a chat configuration0;0;+=1513;5;+215:The addresses of the chat servers and the generated name of the chat configuration are written into the snippet or a
setting. They were wrong after every move of the org, and lead nowhere once the servers are gone.
166:1. Probe the address to learn whether it still answers.
2. Replace the snippet; the values go with it.
3. Where they come from a setting or a label, delete that too.
+102:The new snippet needs the org id, the deployment's name, its site and the my.salesforce-scrt.com host.+156:baseLiveAgentURL: 'https://d.la1-c1-abc.salesforceliveagent.com/chat',
eswLiveAgentDevName: 'EmbeddedServiceLiveAgent_Parent04I000000000001EAA_16a0b0c0d0e'
+53:{scrt2URL: 'https://example.my.salesforce-scrt.com'}
+3:D10++1;+4;13:web developer7:snippet2;=10;=11;=1489;=1490;0;1;t0;0;3;13:baseLiveAgent19:eswLiveAgentDevName=1531;+172:\b(?:baseLiveAgentURL['"]?(?:\s{0,10}[:=]\s{0,10}['"](?<endpoint>[^'"\s]{1,200})['"])?|baseLiveAgentContentURL|eswLiveAgentDevName|EmbeddedServiceLiveAgent_Parent\w{10,60})0;0;2;=1533;=1534;-+--1;-2;0;7:product=2;0;8:endpoint10:{endpoint}64:'{path}' ties a snippet to embedded legacy chat, first '{match}'=413;11:legacy-chat35:A settings file of an embedded chat0;0;+60:the names belong to the settings file of the embedded script5;+192:The file holds the snippet's settings apart from the page, mostly pre-chat values and routing functions. A static
resource on an Experience site often is one. The new snippet doesn't read it.
174:1. Go through the file setting by setting.
2. Move hidden and prefilled values to the prechat API, and routing to the flow.
3. Delete the static resource after the cut-over.
+73:Calls of prechatAPI and utilAPI after the ready event; routing in a flow.+121:window._snapinsSnippetSettingsFile = (function () { embedded_svc.snippetSettingsFile.extraPrechatFormDetails = []; })();
+143:window.addEventListener('onEmbeddedMessagingReady', () => {
  embeddedservice_bootstrap.prechatAPI.setHiddenPrechatFields({Topic: topic});
});
+2:D4++2;+8;13:web developer13:settings file3;=10;=11;=931;=19;=1286;=1287;0;1;t0;0;1;19:snippetSettingsFile+111:(?i)\b(?:_snapinsSnippetSettingsFile|embedded_svc(?:\.menu)?\.snippetSettingsFile|snapinsSnippetSettingsFile)\b0;0;0;-+--0;-1;0;7:product=2;51:'{match}' is a settings file of an embedded snippet21:embedded-chat-storage11:legacy-chat47:Code knows the browser storage of embedded chat1;2;+50:the keys were observed in the old window's scripts5;+124:The code clears or reads what the old window left in the browser's storage. After the retirement nothing writes these
keys.
149:1. Find out why the page touches the keys: logging out, restarting, testing.
2. Use the new window's calls for the same purpose and remove the keys.
+95:None; for verified users userVerificationAPI.clearSession() ends the session of the new window.--+2:H1+-3:0.5+1;13:web developer5:place2;=10;=11;=931;=19;0;1;t1;0;0;7;23:CHASITOR_SERIALIZED_KEY7:LA_ESW_15:LA_VISITOR_INFO20:MASTER_DEPLOYMENT_ID20:ACTIVE_CHAT_SESSIONS16:ESW_IS_MINIMIZED19:CHATBOT_FOOTER_MENU+146:\b(?:CHASITOR_SERIALIZED_KEY|LA_ESW_[A-Z_]{3,40}|LA_VISITOR_INFO|MASTER_DEPLOYMENT_ID|ACTIVE_CHAT_SESSIONS|ESW_IS_MINIMIZED|CHATBOT_FOOTER_MENU)\b0;0;0;----1;-0;68:'{path}' knows storage keys of embedded legacy chat, first '{match}'20:embedded-chat-styles11:legacy-chat42:Styles address the window of embedded chat1;1;+60:the class names are those of the chat part of the old window5;+150:The rules dress up the old chat window. They break nothing, but the new window is a frame that page styles don't
reach, so the look is silently lost.
99:1. Set colours and fonts in the new deployment's branding.
2. Delete the rules after the cut-over.
+31:Branding of the new deployment.--+3:D10+-3:0.5+2;13:web developer4:file2;=10;=11;=931;=19;0;1;t2;0;1;0;1;24:embeddedServiceLiveAgent+39:\bembeddedServiceLiveAgent[A-Z]\w{0,40}0;0;0;----1;-0;50:'{path}' styles the window of embedded legacy chat=442;11:legacy-chat35:An embedded chat ends with a survey0;0;+45:flows of this type exist for legacy Chat only5;+108:The flow opens in the chat window when the chat has ended. Nothing opens it any more, and the answers stop.
132:1. Decide where visitors are asked in the new window.
2. Take the link of answers to transcripts into account; reports count on it.
+198:A link to a survey in the last automated response, or a survey that a flow sends when the session ends. The new window knows
texts of a post-chat step, but no public source tells how one is set up.
--+2:D4++4;+16;=66;6:survey2;=10;=11;=880;=881;0;1;x1;=172;-20:embeddedServiceFlows2;8:flowTypei1;9:LA_Survey4:flowp0;0;0;--0;-1;0;4:Flow6:{flow}76:the configuration '{name}' asks visitors with the flow '{flow}' after a chat28:embedded-configuration-links11:legacy-chat44:The channel behind an embedded configuration3;0;-5;+56:The chain from a page of the new product to its channel.=649;-----2;=10;=11;=880;=881;0;1;x1;=172;-31:embeddedServiceMessagingChannel1;16:messagingChannelp0;0;0;--0;+1;0;=185;18:{messagingChannel}=1629;37:embedded-configuration-of-bot-preview11:legacy-chat55:The embedded configuration of the bot builder's preview1;1;+88:the bot builder makes a configuration of this name, also in orgs that only use messaging5;+45:No page shows this configuration to visitors.47:1. Delete it with the last bot of legacy Chat.
+40:The preview of the bot or agent builder.--+2:H1+-3:0.1-3:0.5=28;3:org2;=10;=11;=880;=881;0;1;x1;=172;+13:^Bot_Preview$0:1;17:deploymentFeaturei1;9:LiveAgent0;0;0;--0;-0;45:the bot builder made '{name}' for its preview=334;11:legacy-chat41:An embedded configuration for legacy Chat0;0;+40:the feature of the configuration says so5;+195:The configuration is what a page's snippet names. It can't be switched to messaging: the new product needs a configuration
of its own with its own channel, and the snippet changes on every page.
326:1. Find the pages, sites and menus that name the configuration.
2. Create the new deployment and let the vendor's migration tool copy look and labels, one language per run.
3. Rebuild what the tool leaves out: forms, offline support, components, flows.
4. Replace the snippet, and delete the configuration after the cut-over.
+206:A configuration with the feature EmbeddedMessaging. For the web it is made in Setup or through the Connect API, because the
Metadata API can't create it; for mobile apps and API clients it can be deployed.
+143:<EmbeddedServiceConfig>
    <deploymentFeature>LiveAgent</deploymentFeature>
    <masterLabel>Shop Help</masterLabel>
</EmbeddedServiceConfig>
+334:<EmbeddedServiceConfig>
    <clientVersion>WebV2</clientVersion>
    <deploymentFeature>EmbeddedMessaging</deploymentFeature>
    <embeddedServiceMessagingChannel>
        <messagingChannel>Shop_Help</messagingChannel>
    </embeddedServiceMessagingChannel>
    <masterLabel>Shop Help Messaging</masterLabel>
</EmbeddedServiceConfig>
+2:D1++4;+16;=28;13:configuration3;=10;=11;=880;=881;=931;=19;0;1;x1;=172;+17:^(?!Bot_Preview$)0:1;=1640;i1;9:LiveAgent0;0;0;--0;-0;54:the configuration '{name}' embeds legacy Chat in pages=74;11:legacy-chat43:An embedded configuration for Enhanced Chat3;0;+=1643;5;+43:The deployment of the new product is there.=649;---+2:D1-2;=10;=11;=880;=881;0;1;x1;=172;-0:1;=1640;i1;=759;0;0;0;--0;-0;47:the configuration '{name}' embeds Enhanced Chat=627;11:legacy-chat57:An embedded configuration whose only chat is switched off1;1;+88:the configuration does not tell its feature, and the chats that name it are switched off5;+89:The chat behind the configuration is switched off, so pages that still name it show none.122:1. Look for pages that still carry the snippet of this configuration.
2. Delete the configuration together with its chat.
+12:None needed.--+2:H1+-4:0.25+1;=28;13:configuration3;=10;=11;=880;=881;=1529;=1530;0;1;r=172;++1;2:in+0;1;=174;0;-0;0;2;3:out+6;1;=1419;0;-0;0;2:in+0;1;=174;0;-1;3:out+6;1;6:active1;4:true-0;0;0;--0;-0;68:the configuration '{name}' once embedded a chat that is switched off31:embedded-configuration-settings11:legacy-chat40:What an embedded configuration is set to2;1;-5;+181:The feature tells whether a configuration belongs to legacy Chat, to messaging or to neither. Exports of older API versions
don't say it; then what names the configuration decides.
=649;-----2;=10;=11;=880;=881;0;1;x1;=172;-0:0;0;7;11:masterLabel=1640;14:deploymentType13:clientVersion4:site8:branding10:authMethod0;--0;+7;6;5:label13:{masterLabel}6;=1419;19:{deploymentFeature}6;15:deployment-type16:{deploymentType}6;14:client-version15:{clientVersion}6;13:visitor-login12:{authMethod}0;10:CustomSite6:{site}0;11:BrandingSet10:{branding}=1660;30:embedded-configuration-unclear11:legacy-chat58:An embedded configuration that does not say what it is for2;2;+105:the export is older than the element that tells the feature, and no embedded chat names the configuration5;+146:Up to API version 51 the export leaves out the feature. The chat that would tell it may be missing because wildcards never
return embedded chats.
107:1. Retrieve the configuration, and the embedded chats by name, with a current API version.
2. Audit again.
+12:None needed.--+2:A1+-3:0.1-3:0.5=28;13:configuration2;=10;=11;=880;=881;0;1;r=172;++0;2;3:out+6;1;=1419;0;-0;0;2:in+0;1;=174;0;-0;0;--0;-0;67:the configuration '{name}' may embed a chat, a flow or appointments=335;11:legacy-chat60:An embedded configuration of an old export that a chat names0;1;+82:the configuration does not tell its feature, but an enabled embedded chat names it5;+156:Exports of older API versions leave out what a configuration is for. The chat that names it makes it one of legacy Chat; it
can't be switched to messaging.
190:1. Retrieve it again with a current API version, to be sure.
2. Create the new deployment next to it, rebuild forms and components, and replace the snippet.
3. Delete it after the cut-over.
+75:A configuration with the feature EmbeddedMessaging and a messaging channel.--+2:D1++4;+16;=28;13:configuration3;=10;=11;=880;=881;=1529;=1530;0;1;r=172;++1;2:in+0;1;=174;0;-1;3:out+6;1;6:active1;4:true-0;0;0;1;3:out+6;1;=1419;0;-0;0;--0;-0;63:the configuration '{name}' embeds legacy Chat, as {other} tells=90;11:legacy-chat43:Enhanced Chat shows components of one's own3;0;+54:components of these types exist for Enhanced Chat only5;+63:A component of the window has been written for the new product.=649;---+2:D6-2;=10;=11;40:Enhanced Chat for web: custom components90:https://developer.salesforce.com/docs/service/messaging-web/guide/custom-ui-component.html0;1;x1;=172;-31:embeddedServiceCustomComponents2;19:customComponentTypei3;12:MIAW_Prechat11:MIAW_Header16:MIAW_TextMessage15:customComponentp0;0;0;--0;-1;0;=214;17:{customComponent}83:the configuration '{name}' shows the component '{customComponent}' in Enhanced Chat=434;11:legacy-chat46:An embedded chat shows components of one's own0;0;+52:components of these types exist for legacy Chat only5;+198:The component is written against the chat window of the old product: its base component, events and settings. The window of
the new product takes other components, and none for the minimised state.
245:1. Decide whether the standard form, header and bubble with their settings do.
2. Otherwise write a new component against the messaging target and its event store.
3. Where the name has a namespace, ask the package's vendor for the new version.
+172:Lightning web components with the messaging targets for pre-chat, header and message bubble, registered in the new
configuration. A minimised component has no counterpart.
+250:<embeddedServiceCustomComponents>
    <componentBundleType>LightningComponentBundle</componentBundleType>
    <customComponent>prechatForm</customComponent>
    <customComponentType>LA_Prechat</customComponentType>
</embeddedServiceCustomComponents>
+261:<embeddedServiceCustomComponents>
    <componentBundleType>LightningComponentBundle</componentBundleType>
    <customComponent>messagingPrechatForm</customComponent>
    <customComponentType>MIAW_Prechat</customComponentType>
</embeddedServiceCustomComponents>
+2:D6++8;+40;=66;9:component3;=10;=11;=880;=881;=1679;=1680;0;3;x1;=172;-=1681;3;=1682;i4;10:LA_Prechat12:LA_Minimized23:LA_PlainTextChatMessage13:LA_ChatHeader19:componentBundleTypei1;=212;15:customComponentm13:^(?<aura>.+)$0;0;0;--x1;=172;-=1681;3;=1682;i4;10:LA_Prechat12:LA_Minimized=1693;13:LA_ChatHeader=1694;o1;=212;15:customComponentm18:^(?<lightning>.+)$0;0;0;--x1;=172;-0:1;24:customMinimizedComponentm13:^(?<aura>.+)$0;0;1;=1696;--0;-2;0;=212;6:{aura}0;=214;11:{lightning}84:the configuration '{name}' shows the component '{aura|}{lightning|}' in legacy chats27:embedded-live-agent-actions11:legacy-chat54:The quick actions behind the forms of an embedded chat0;0;-5;+79:The fields of the pre-chat form and of the offline form stand in quick actions.=649;-----2;=10;=11;=1529;=1530;0;1;x1;=174;-27:embeddedServiceQuickActions1;21:quickActionDefinitionp0;0;0;--0;+1;0;11:QuickAction23:{quickActionDefinition}=1699;=626;11:legacy-chat37:An embedded chat that is switched off1;0;+30:it says that it is not enabled5;+66:No page can show this chat. It needs no counterpart, only removal.112:1. Look for pages that still carry its snippet.
2. Delete it with the others, before its button and deployment.
+12:None needed.--+2:H1+-3:0.1-3:0.5=28;13:embedded chat2;=10;=11;=1529;=1530;0;1;x1;=174;-0:1;7:enabledi1;5:false0;0;0;--0;-0;49:'{name}' is an embedded chat that is switched off=445;11:legacy-chat52:An embedded chat takes cases when no agent is online0;0;+67:the offline form is switched on in an embedded chat that is enabled5;+140:Outside working hours the old window shows a form that creates a case. The new product has no offline form, and no migration
tool moves it.
174:1. Count the cases of the offline form, to see whether it matters.
2. Choose one of the three ways, and tell the web team.
3. Delete the quick action of the form afterwards.
+122:Business hours that hide the button, a flow or bot that takes the case out of hours, or a web form elsewhere on the page.
--+2:D8++4;+16;=28;13:embedded chat2;=10;=11;=1529;=1530;0;1;x1;=174;-0:2;20:isOfflineCaseEnabledi1;4:true7:enabledo1;5:false0;0;0;--0;-0;44:'{name}' takes cases when no agent is online=412;11:legacy-chat35:An embedded chat begins with a form0;0;+59:the form is switched on in an embedded chat that is enabled5;+176:The form of the old product fills records by a quick action: it finds or creates contacts, leads and cases. The new form
hands texts to a flow, and no migration tool moves it.
210:1. List the fields with their order, which ones are required, and what they fill.
2. Create parameters and form fields, and map them in the inbound flow.
3. Delete the quick actions of the old form afterwards.
+155:Form fields and standard or custom parameters of the channel, with a flow that links records. A component of one's own where
the standard form doesn't do.
--+2:D4++4;+16;=66;4:form4;=10;=11;=1529;=1530;=1286;=1287;35:Help: map pre-chat values in a flow=1289;0;1;x1;=174;-0:2;14:prechatEnabledi1;4:true7:enabledo1;5:false0;0;0;--0;-0;38:'{name}' asks visitors before the chat28:embedded-live-agent-settings11:legacy-chat31:What an embedded chat is set to0;0;-5;+86:The chain from a configuration over the button and the deployment to the chat servers.=649;-----2;=10;=11;=1529;=1530;0;1;x1;=174;-0:0;0;11;=1412;14:liveChatButton18:liveChatDeployment7:enabled16:liveAgentChatUrl19:liveAgentContentUrl14:prechatEnabled=1714;22:isQueuePositionEnabled8:scenario22:customPrechatComponent0;--0;+11;0;=172;=1413;0;14:LiveChatButton16:{liveChatButton}0;=166;20:{liveChatDeployment}0;=212;24:{customPrechatComponent}0;8:endpoint18:{liveAgentChatUrl}0;8:endpoint21:{liveAgentContentUrl}6;6:active14:{enabled|true}6;12:prechat-form16:{prechatEnabled}6;12:offline-form22:{isOfflineCaseEnabled}6;14:queue-position24:{isQueuePositionEnabled}6;8:scenario10:{scenario}=1724;=336;11:legacy-chat36:An embedded chat that is switched on0;0;+50:components of this type exist for legacy Chat only5;+167:It ties a configuration to a button, a deployment and the chat servers, with the forms and pictures of the window. Visitors
of the pages that show it lose their chat.
220:1. Build the new deployment and channel next to it.
2. Move pre-chat, offline form, queue position, pictures and labels one by one.
3. Switch it off after the cut-over and delete it before the button and the deployment.
+115:The messaging channel behind the new deployment. Forms become parameters and form fields, pictures a branding set.
+238:<EmbeddedServiceLiveAgent>
    <embeddedServiceConfig>Shop_Help</embeddedServiceConfig>
    <enabled>true</enabled>
    <liveChatButton>Returns</liveChatButton>
    <liveChatDeployment>Web</liveChatDeployment>
</EmbeddedServiceLiveAgent>
+152:<embeddedServiceMessagingChannel>
    <isEnabled>true</isEnabled>
    <messagingChannel>Shop_Help</messagingChannel>
</embeddedServiceMessagingChannel>
+2:D1++4;+16;=28;13:embedded chat2;=10;=11;=1529;=1530;0;1;x1;=174;-0:1;7:enabledo1;5:false0;2;14:liveChatButton=1726;0;--0;-0;56:'{name}' embeds chats of the button '{liveChatButton|?}'19:embedded-menu-links11:legacy-chat38:What an embedded channel menu leads to2;2;-5;+76:Whether an item leads to a legacy chat stands in the configuration it names.=649;-----2;=10;=11;41:Metadata API: EmbeddedServiceMenuSettings109:https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_embeddedservicemenusettings.htm0;1;x1;=178;-24:embeddedServiceMenuItems2;11:channelTypei1;=172;7:channelp0;0;0;--0;+1;0;=172;9:{channel}=1748;=346;11:legacy-chat37:A channel menu leads to a legacy chat0;0;+56:an item of the menu names a configuration of legacy Chat5;+114:The menu stays on the page when the chat is gone, with an item that opens nothing. Its other items go on working.
79:1. Add an item for the new deployment.
2. Remove the old item at the cut-over.
+38:An item of the type EmbeddedMessaging.+78:<channel>Shop_Help</channel>
<channelType>EmbeddedServiceConfig</channelType>
+84:<channel>Shop_Help_Messaging</channel>
<channelType>EmbeddedMessaging</channelType>
+2:D9+-3:0.5+2;=28;4:menu2;=10;=11;=1750;=1751;0;2;r=178;++1;3:out+0;1;=172;0;-1;3:out+6;1;=1419;1;9:LiveAgent-0;0;0;0;--r=178;++1;3:out+0;1;=172;0;-1;2:in+0;1;=174;0;-0;0;0;0;--0;-0;49:the menu '{name}' leads to {other}, a legacy chat=100;11:legacy-chat33:A channel menu leads to messaging3;0;+43:items of these types lead to messaging only5;+48:Visitors reach the new product through the menu.=649;---+2:D9-2;=10;=11;=1750;=1751;0;1;x1;=178;-=1752;1;11:channelTypei2;=759;=185;0;0;0;--0;-0;36:the menu '{name}' leads to messaging=93;11:legacy-chat39:Enhanced Chat shows labels of one's own3;0;+56:label keys with this prefix exist for Enhanced Chat only5;+64:Texts of the new window have been set, at least in one language.=649;---+2:D7-2;=10;=11;=880;=881;0;1;x1;=172;-=1510;1;8:labelKeym4:^EM_0;1;11:customLabel1;=1510;--1;-1;0;11:CustomLabel13:{customLabel}54:the configuration '{name}' sets texts of Enhanced Chat23:embedded-script-unclear11:legacy-chat54:A page loads the embedded script for something unknown2;1;+76:the script serves chats, flows and appointments, and nothing here says which5;+150:esw.min.js starts embedded chats, flows and appointments. The settings that tell are elsewhere: in a settings file, a
tag manager, or another script.
182:1. Look for enabledFeatures and for baseLiveAgentURL where the snippet is set up.
2. If it is a chat, replace it like any embedded chat. If not, write a suppression with the reason.
+55:For a chat, the snippet of an Enhanced Chat deployment.--+3:D10+-3:0.5+4;13:web developer13:page template2;=10;=11;=1489;=1490;0;1;t0;0;2;10:esw.min.js7:/esw.js+71:(?i)\bembeddedservice/(?<version>[0-9]{1,2}\.[0-9])/esw(?:\.min)?\.js\b0;0;1;9:liveagent-+--0;-0;33:'{match}' may start a legacy chat=414;11:legacy-chat52:A settings file belongs to an embedded configuration0;1;+71:files of these types are read by the embedded script of the old product5;+174:On Experience sites the settings of the snippet stand in a static resource: hidden details, routing functions, invitations.
The component of the new product doesn't read it.
161:1. Read the resource; each setting in it is a finding of its own.
2. Move them to where the new product has them.
3. Delete the resource with the configuration.
+84:Calls of the page's prechat API, settings of the deployment, and a flow for routing.--+2:D4++2;+8;13:web developer13:settings file3;=10;=11;=880;=881;=1750;=1751;0;1;x2;=172;=178;-24:embeddedServiceResources2;12:resourceTypei2;12:SettingsFile14:ChatInvitation8:resourcep0;0;0;--0;-1;0;14:StaticResource10:{resource}59:the static resource '{resource}' holds settings of '{name}'23:embedded-snippet-styles11:legacy-chat44:Styles or tests address the embedded snippet2;2;+51:the class names serve chats, flows and appointments5;+124:Styles, tests or analytics refer to the old snippet's button or window by its class names. The new window doesn't use
them.
125:1. Find the snippet that the file goes with.
2. Move the look to the new deployment's branding, and tests to the new window.
+54:Branding of the new deployment, and its window events.--+3:D10+-3:0.5+2;13:web developer4:file2;=10;=11;=931;=19;0;1;t2;0;1;0;4;25:embeddedServiceHelpButton22:embeddedServiceSidebar25:embeddedServiceInvitation19:embeddedServiceIcon+73:(?<![\w/])embeddedService(?:HelpButton|Sidebar\w{0,40}|Invitation|Icon)\b0;0;0;----1;-0;47:'{path}' addresses parts of an embedded snippet24:embedded-snippet-unclear11:legacy-chat52:Code uses the embedded snippet for something unknown2;2;+76:the object serves chats, flows and appointments, and nothing here says which5;+169:The object embedded_svc belongs to the old embedded script, which served chats, flows and appointments. Type
declarations and mocks that were left behind look the same.
137:1. Find the snippet that the code goes with.
2. If it is a chat, move the code with it. If nothing loads the script any more, delete it.
+49:For a chat, the object embeddedservice_bootstrap.--+3:D10+-3:0.5+4;13:web developer4:file2;=10;=11;=931;=19;0;1;t2;0;1;0;1;12:embedded_svc+28:\bembedded_svc\b(?!\.menu\b)0;0;4;9:liveagent12:extraPrechat19:prepopulatedPrechat=1596;----1;-0;64:'{path}' uses the embedded snippet, for a chat or something else=96;11:legacy-chat49:A page follows the opening hours of Enhanced Chat3;0;+56:the events and the address exist in the new product only5;+77:The page already shows or hides its content by the successor's opening hours.=649;---+2:D8-2;=10;=11;=1247;=1248;0;1;t2;0;1;0;2;32:onEmbeddedMessagingBusinessHours32:embeddedservice/v1/businesshours-0;0;0;----1;-1;0;7:product13:Enhanced Chat51:'{path}' follows the opening hours of Enhanced Chat=84;11:legacy-chat47:A page uses the pre-chat calls of Enhanced Chat3;0;+48:the calls exist in the new product's script only5;+51:The page already hands its values to the successor.97:1. Nothing to do for this place.
2. Check that every value of the old pre-chat has arrived here.
---+2:D4-2;=10;=11;=1286;=1287;0;1;t2;0;1;0;2;19:HiddenPrechatFields20:VisiblePrechatFields+66:\bprechatAPI[!?]?\.(?:set|remove)(?:Hidden|Visible)PrechatFields\b0;0;0;----1;-1;0;7:product13:Enhanced Chat47:'{path}' hands pre-chat values to Enhanced Chat=104;11:legacy-chat43:A page carries the snippet of Enhanced Chat3;0;+50:the object exists in the new product's script only5;+125:The page already speaks to the successor. Where the old snippet stands in the same page or site, the migration is
half done.
102:1. Nothing to do for this place.
2. Remove the old snippet from the same page once the pilot is over.
---+3:D10-2;=10;=11;=1247;=1248;0;1;t3;0;1;2;0;3;25:embeddedservice_bootstrap21:initEmbeddedMessaging16:onEmbeddedMessag+109:\b(?:embeddedservice_bootstrap|initEmbeddedMessaging|onEmbeddedMessag(?:ing[A-Z]|e(?:Sent|Delivered|Read)\b))0;0;0;----1;-1;0;7:product13:Enhanced Chat42:'{path}' uses the snippet of Enhanced Chat=540;11:legacy-chat56:Files are sent through the upload address of legacy Chat0;1;+74:the path carries the old product's name, and no documentation describes it0;+176:When an agent of legacy Chat asks for a file, the client sends it as a form to an upload address of the org. It
belongs to a running chat session and is of no use without one.
145:1. Replace the upload by the file call of the Enhanced Chat API.
2. Set allowed types and size on the messaging channel, and have them reviewed.
+172:POST /iamessage/api/v2/conversation/{id}/file of the Enhanced Chat API, up to 5 MB. There the customer starts the
upload, when attachments are switched on for the channel.
--+3:D11++2;+8;=108;6:client2;=10;=11;28:Enhanced Chat API: reference89:https://developer.salesforce.com/docs/service/messaging-api/references/miaw-api-reference0;1;t3;0;2;1;0;1;19:services/liveagent/+36:(?i)\bservices/liveagent/[a-z]{0,20}0;0;0;----0;-1;0;7:product13:Chat REST API51:'{match}' is the file upload address of legacy Chat=365;11:legacy-chat44:A legacy chat address below a My Domain host0;1;+72:the host belongs to the new product, but the path is that of the old one0;+219:Legacy scripts are also served below the org's my.salesforce-scrt.com host, under /content and /chat. The new
product uses the same host with /iamessage, /eventrouter and /embeddedservice, so the path tells them apart.
187:1. Find the page or client that uses the address.
2. Replace it by the new snippet or API as the finding beside it says.
3. Keep the host itself in allow lists: the new product needs it.
+74:The snippet of the new deployment, or the /iamessage API on the same host.+71:https://example.my.salesforce-scrt.com/content/g/js/60.0/deployment.js
+66:https://example.my.site.com/ESWWebChat/assets/js/bootstrap.min.js
+3:D10++1;+4;13:web developer5:place2;=10;=11;=1378;=1379;0;1;t0;0;1;25:.my.salesforce-scrt.com/c+102:(?i)(?<![a-z0-9.-])(?<host>[a-z0-9-]{1,80}(?:\.sandbox)?\.my\.salesforce-scrt\.com)/(?:content|chat)\b0;0;0;-+--0;-1;0;4:host6:{host}54:'{match}' is a legacy chat address on a My Domain host=377;11:legacy-chat63:The domain of the legacy chat servers is named without a server0;1;+76:nothing else uses the domain, but which server is meant is decided elsewhere0;+185:The name of the chat server is put together at run time, checked by a pattern or allowed as a whole domain. The
code around it depends on legacy Chat as much as a full host name would.
188:1. Find out where the rest of the host name comes from: a setting, a database, a second constant.
2. Probe the complete host.
3. Replace the caller, then remove the setting and this text.
+95:The org's own my.salesforce-scrt.com and my.site.com hosts, which come with the new deployment.+67:const url = `https://d.${pod}.salesforceliveagent.com/chat/rest/`;
+76:const url = `https://${myDomain}.my.salesforce-scrt.com/iamessage/api/v2/`;
+3:D10++1;+4;13:web developer5:place2;=10;=11;46:Where to find the Chat API endpoint (Japanese)73:https://help.salesforce.com/s/articleView?id=000382130&language=ja&type=10;6;t0;0;2;23:salesforceliveagent.com24:salesforceliveagent\.com+176:(?i)(?<![a-z0-9-])(?<![a-z0-9-]\.)(?<!\*\.)(?!(?:[a-z0-9-]{1,63}\.){0,6}la[0-9])(?!liveagentpool\.)(?<domain>(?:[a-z0-9-]{1,63}\.){0,6}salesforceliveagent\\?\.com)\b(?!\.[a-z])0;0;8;18:<RemoteSiteSetting15:<CspTrustedSite20:<CorsWhitelistOrigin16:<NamedCredential19:<ExternalCredential27:<IframeWhiteListUrlSettings24:<siteIframeWhiteListUrls=1533;-+--t3;0;2;1;0;1;19:salesforceliveagent+89:(?i)(?<=['"`])\.?salesforceliveagent\.?(?=['"`])(?!['"`]\s{0,20}[+.&]\s{0,20}['"`]\.?com)0;0;0;---+67:the text is the middle of the domain, and the rest stands elsewheret3;0;2;1;0;1;9:liveagent+96:(?i)(?<![a-z0-9])(?:sales(?:force)?['"`]\s{0,20}[+.&,]\s{0,20}['"`](?:force)?liveagent)(?=['"`])0;0;0;---+35:the text is put together from partst3;0;2;1;0;1;13:liveagent.com+51:(?i)[=:(,[{]\s{0,4}['"`]\Kliveagent\.com(?=['"`/:])0;3;11:salesforce"11:salesforce'11:salesforce`5;6:ladesk11:qualityunit=1341;21:support.liveagent.com17:www.liveagent.com--+2;+98:another product has this domain, and the first half of the other name stands elsewhere in the filet3;0;2;1;0;1;9:liveagent+125:(?is)[=:(,[{]\s{0,4}['"`]\Kliveagent(?=['"`].{0,300}?['"`](?:[cd]\.)?la[0-9]{1,2}s?-c(?:[0-9]|ore[0-9])[a-z0-9.-]{0,30}['"`])0;0;0;---+59:the middle of the domain stands beside the name of a servert3;0;2;1;0;1;9:liveagent+125:(?is)['"`](?:[cd]\.)?la[0-9]{1,2}s?-c(?:[0-9]|ore[0-9])[a-z0-9.-]{0,30}['"`].{0,300}?[=:(,[{]\s{0,4}['"`]\Kliveagent(?=['"`])0;0;0;---+=1876;0;-1;0;4:host8:{domain}50:'{match}' is the domain of the legacy chat servers=376;11:legacy-chat29:A legacy chat server is named0;0;+84:the domain salesforceliveagent.com serves nothing but legacy Chat and agent presence0;+331:Hosts below salesforceliveagent.com are the servers of legacy Chat: names that begin with d. take requests, names
that begin with c. serve scripts and chat windows. What calls them depends on the retired product. Orgs were also
moved between servers over the years, so an old name may have stopped answering before the retirement.
210:1. Probe the host: the date alone doesn't say whether it still answers.
2. Find out what uses it: a page, a client, an allow list or a test.
3. Replace the caller as its own finding says, then remove the host.
+173:The org's own hosts: my.salesforce-scrt.com for the API and the event stream, my.site.com for the snippet. They
come with the new deployment; no server has to be looked up.
+77:const chat = 'https://d.la1-core1.sfdc-abc123.salesforceliveagent.com/chat';
+59:const scrt2URL = 'https://example.my.salesforce-scrt.com';
+3:D10++1;+4;13:web developer5:place3;=10;=11;=1855;=1856;44:A chat endpoint that moved to another server75:https://help.salesforce.com/apex/HTViewSolution?id=000232497&language=en_US0;1;t0;0;1;=1857;+149:(?i)(?<!\*\.)(?<![a-z0-9-])(?<host>(?:[a-z0-9-]{1,63}\.){0,6}la[0-9][a-z0-9-]{0,60}\.(?:[a-z0-9-]{1,63}\.){0,6}salesforceliveagent\.com)\b(?!\.[a-z])0;0;8;=1860;15:<CspTrustedSite=1861;=1862;=1863;=1864;=1865;=1533;-+--0;-1;0;4:host6:{host}32:'{host}' is a legacy chat server23:chat-server-placeholder11:legacy-chat45:A chat server from the documentation is named2;2;+100:these names stand in documentation; in code they mean an example or a value that was never filled in0;+171:The host was copied from a documentation page and reaches no chat server. It shows that somebody tried or tested
legacy Chat here, or that a real host is filled in later.
164:1. Read the code around it and find out whether a real host takes the place of the example.
2. If so, follow the findings of that host. If not, delete the example.
+35:None needed for the example itself.--+2:A2+-3:0.5+1;13:web developer5:place2;=10;=11;31:Chat REST API: ReconnectSession123:https://developer.salesforce.com/docs/atlas.en-us.live_agent_rest.meta/live_agent_rest/live_agent_rest_ReconnectSession.htm0;1;t0;0;3;14:liveagentpool.19:d.la.salesforce.com25:d.gla5.gus.salesforce.com+122:(?i)(?<![a-z0-9.-])(?<host>LiveAgentPool\.salesforceliveagent\.com|d\.la\.salesforce\.com|d\.gla5\.gus\.salesforce\.com)\b0;0;0;----0;-0;60:'{host}' is an example host of the legacy Chat documentation=75;11:legacy-chat61:A site that Salesforce made for a deployment of Enhanced Chat3;1;+43:the name has the shape that these sites get22;+50:A web deployment of the new product has been made.=649;---+2:D1-1;=10;=11;0;1;c1;10:CustomSite+22:^ESW_\w{1,60}_\d{10,}$--0;-0;58:the site '{name}' belongs to a deployment of Enhanced Chat20:site-deployment-link11:legacy-chat49:The deployment of Enhanced Chat that a site names3;0;-22;+44:The chain from a site to the new deployment.=649;-----1;=10;=11;0;1;t1;2;0;1;16:"deploymentName"+58:"deploymentName"\s{0,10}:\s{0,10}"(?<deployment>\w{1,80})"0;1;38:experience_messaging:embeddedMessaging0;----0;+1;0;=172;12:{deployment}=1908;14:site-menu-link11:legacy-chat46:The channel menu that an Experience site names0;0;-22;+49:The chain from a site over its menu to the chats.=649;-----2;=10;=11;=1750;=1751;0;1;t1;2;0;1;26:channelMenuSettingsDevName+69:"channelMenuSettingsDevName\\?"\s{0,10}:\s{0,10}\\?"(?<menu>\w{1,80})0;0;0;----0;+1;0;=178;6:{menu}=1913;12:site-of-chat11:legacy-chat36:A Salesforce site carries chat pages0;0;+76:a chat button or deployment names the site, or its start page is one of chat22;+121:Visitors reach the chat window, the form before it and pictures through this site. Without chats its pages serve nobody.
131:1. See whether the site also serves something else.
2. Deactivate it after the cut-over, and delete it with the pages of the chat.
+68:The site that Salesforce makes for each deployment of Enhanced Chat.--+2:H1+-3:0.5+4;=28;4:site2;=10;=11;=830;=831;0;4;r10:CustomSite++1;2:in+0;1;14:LiveChatButton0;-0;0;0;--r10:CustomSite++1;2:in+0;1;=166;0;-0;0;0;--r10:CustomSite++1;3:out+0;1;8:ApexPage0;-1;2:in+0;1;14:LiveChatButton0;-0;0;0;0;--r10:CustomSite++1;3:out+0;1;8:ApexPage0;-1;3:out+0;1;7:product4;14:Deployment API=2;12:Pre-chat API23:Visualforce chat window-0;0;0;0;--0;-0;49:the site '{name}' carries chat pages; see {other}20:site-of-guided-setup11:legacy-chat34:The site of the guided chat set-up1;0;+45:the guided set-up makes a site with this path22;+73:The set-up needed a site for its deployment. Often nobody ever opened it.78:1. Deactivate the site, and delete it with the deployment of the same set-up.
+12:None needed.--+2:H1+-3:0.1-3:0.5=28;3:org1;=10;=11;0;1;x1;10:CustomSite-0:1;13:urlPathPrefixi1;=1404;0;0;0;--0;-0;40:the guided set-up made the site '{name}'10:site-pages11:legacy-chat30:The pages of a Salesforce site2;2;-22;+95:Chat windows and forms of one's own are Visualforce pages, which visitors reach through a site.=649;-----1;=10;=11;0;1;x1;10:CustomSite-0:0;0;2;9:indexPage13:urlPathPrefix0;--0;+2;0;8:ApexPage11:{indexPage}6;8:url-path15:{urlPathPrefix}=1930;=350;11:legacy-chat57:An Experience site shows an embedded chat or channel menu0;0;+74:the components with this prefix exist for the legacy embedded service only22;+170:The component loads the legacy chat on every page of the site, with addresses of the chat servers in its attributes. A menu may
also lead to channels that go on working.
218:1. See which chats the component or its menu shows.
2. Replace it in the builder, set the new deployment, and publish the site.
3. Check the site's content security policy, and user verification where visitors log in.
+91:The component of Enhanced Chat, with the name of the new deployment, its site and its host.+61:"componentName": "forceCommunity:embeddedServiceChannelMenu"
+58:"componentName": "experience_messaging:embeddedMessaging"
+2:D9++2;+12;=28;4:site2;=10;=11;=1750;=1751;0;1;t3;2;0;1;0;1;30:forceCommunity:embeddedService+55:\bforceCommunity:(?<part>embeddedService[A-Za-z]{0,60})0;0;0;----0;-1;0;7:product=2;32:the site '{name}' shows '{part}'=99;11:legacy-chat38:An Experience site shows Enhanced Chat3;0;+43:the component exists for Enhanced Chat only22;+45:Visitors of the site can use the new product.=649;---+2:D9-1;=10;=11;0;1;t3;2;0;1;0;1;21:experience_messaging:+42:\bexperience_messaging:embeddedMessaging\b0;0;0;----1;-0;37:the site '{name}' shows Enhanced Chat=594;11:legacy-chat46:A flow reads or sets the chat licence of users0;0;+=1088;15;+155:The flow gives new agents a licence that no longer serves anybody, or decides by it who is an agent. If the licence
disappears from users, the flow fails.
168:1. Assign the permission set of Enhanced Chat instead, by a record of the assignment or through a group.
2. Remove the step with the field before Chat is switched off.
+64:Assignment of permission sets with the licence of Enhanced Chat.+154:<inputAssignments>
    <field>UserPermissionsLiveAgentUser</field>
    <value>
        <booleanValue>true</booleanValue>
    </value>
</inputAssignments>
+274:<recordCreates>
    <inputAssignments>
        <field>PermissionSetId</field>
        <value>
            <elementReference>Get_Enhanced_Chat_Agents.Id</elementReference>
        </value>
    </inputAssignments>
    <object>PermissionSetAssignment</object>
</recordCreates>
+2:H3++1;+4;=66;4:flow2;=10;=11;=44;=45;0;4;x1;4:Flow-5:field1;1:.i1;=1094;0;0;0;--x1;4:Flow-18:leftValueReference1;1:.m=1094;0;0;1;=1094;--x1;4:Flow-16:elementReference1;1:.m=1094;0;0;1;=1094;--x1;4:Flow-10:expression1;1:.m=1094;0;0;1;=1094;--1;-0;54:the flow '{name}' deals with the chat licence of users=469;11:legacy-chat58:A flow holds chat records or pre-chat answers in variables0;0;+53:the types of the variables belong to legacy Chat only15;+188:A routing flow gets the chat and the answers of the form in such variables, other flows pass chats on. In the new product the
input is a messaging session, and parameters arrive as texts.
132:1. See what fills the variable and what reads it.
2. Build the flow anew on MessagingSession, or delete it if it only served chats.
+94:A variable of the type MessagingSession, and text variables for the parameters of the channel.+179:<variables>
    <name>prechatInfo</name>
    <dataType>SObject</dataType>
    <isCollection>true</isCollection>
    <objectType>ConversationContextEntry</objectType>
</variables>
+114:<variables>
    <name>orderNumber</name>
    <dataType>String</dataType>
    <isInput>true</isInput>
</variables>
+2:C4++2;+8;=66;4:flow2;=10;=11;=1721;=1289;0;2;x1;4:Flow-9:variables1;10:objectTypem=669;0;0;2;8:LiveChat9:LiveAgent--x1;4:Flow-9:variables1;10:objectTypei1;=1156;0;0;0;--1;-1;0;12:CustomObject12:{objectType}52:the flow '{name}' holds '{objectType}' in a variable=571;11:legacy-chat45:A flow uses fields or actions of chat records0;1;+79:the reference begins with the name of a chat object or of a relationship to one15;+175:The flow decides by a field of the chat, or runs a quick action or e-mail alert of the chat object. Without a chat the field
is empty and the action has no record to work on.
121:1. See what the flow does with the value.
2. Map the field to its counterpart, or build the action for MessagingSession.
+89:The fields and actions of MessagingSession; the text of a conversation is no field there.--+2:E2++1;+8;=66;4:flow2;=10;=11;=689;=690;0;4;x1;4:Flow-=1955;1;1:.m50:(?<!\w)Live(?:Chat|Agent)[A-Z][A-Za-z]{3,30}(?!\w)0;0;2;8:LiveChat9:LiveAgent--x1;4:Flow-=1954;1;1:.m=1970;0;0;2;8:LiveChat9:LiveAgent--x1;4:Flow-10:expression1;1:.m=1970;0;0;2;8:LiveChat9:LiveAgent--x1;4:Flow-11:actionCalls1;10:actionNamem=709;0;0;2;8:LiveChat9:LiveAgent--1;-0;56:the flow '{name}' uses fields or actions of chat records24:flow-off-on-chat-records11:legacy-chat41:A flow on chat records that is not active1;0;+50:the flow says that it is a draft or an old version15;+84:The flow does nothing today. It keeps fields and objects of chat from being deleted.103:1. Make sure that no other version of it is active.
2. Delete it before the chat fields that it names.
+12:None needed.--+2:E2+-3:0.1-3:0.5=66;4:flow1;=10;=11;0;1;x1;4:Flow-0:2;12:start/objectm=669;6:statusi3;5:Draft8:Obsolete12:InvalidDraft0;0;2;8:LiveChat9:LiveAgent--0;-0;62:the flow '{name}' would start on '{object}', but is not active23:flow-reads-chat-records11:legacy-chat25:A flow reads chat records1;1;+77:reading old chats goes on; a flow that expects the current chat finds nothing15;+184:A flow that shows history goes on working as long as the records are kept. One that a bot or a routing flow calls for the
running chat gets no record any more and takes its other way.
133:1. See who calls the flow, and whether it is about the past or about the running chat.
2. Add or replace the look-up for the latter.
+57:A look-up of MessagingSession beside it, or in its place.--+2:E2++1;+4;=66;4:flow2;=10;=11;=655;=656;0;1;x1;4:Flow-13:recordLookups1;6:objectm=669;0;0;2;8:LiveChat9:LiveAgent--1;-1;0;12:CustomObject8:{object}42:the flow '{name}' reads '{object}' records=470;11:legacy-chat59:A flow routes work through a channel that only its id names2;2;+53:the id of a channel can't be resolved outside the org15;+90:The flow may route chats, calls, cases or messages; its id tells that only inside the org.119:1. Look the id up in the org.
2. If it is the channel of legacy Chat, treat the flow like the others that route chats.
+43:The channel's developer name in the action.--+2:C4+-3:0.5+2;=66;4:flow1;=10;=11;0;1;x1;4:Flow-11:actionCalls2;20:inputParameters/namem18:^serviceChannelId$=1990;o1;21:serviceChannelDevName0;0;1;16:serviceChannelId--1;-0;67:the flow '{name}' routes work through a channel that is named by id=468;11:legacy-chat53:A flow routes work through the channel of legacy Chat0;0;+30:the channel carries chats only15;+205:Omni-Channel starts the flow for every chat of its button. Without chats it never starts; no error tells so. What it knows
about languages, topics and opening hours has to be in a flow of the new channel.
262:1. Write down which answers of the visitor lead to which queue, skill or bot.
2. Build the flow anew: parameters of the channel arrive as texts in variables.
3. Set the flow and a fallback queue in the messaging channel.
4. Delete the old flow with the buttons.
+119:A routing flow on the channel sfdc_livemessage with the messaging session as its input, called by a messaging channel.
+151:<inputParameters>
    <name>serviceChannelDevName</name>
    <value>
        <stringValue>sfdc_liveagent</stringValue>
    </value>
</inputParameters>
+153:<inputParameters>
    <name>serviceChannelDevName</name>
    <value>
        <stringValue>sfdc_livemessage</stringValue>
    </value>
</inputParameters>
+2:C4++8;+24;=66;4:flow3;=10;=11;=1721;=1289;38:Help: considerations for Enhanced Chat114:https://help.salesforce.com/s/articleView?id=service.miaw_considerations_and_limitations.htm&language=en_US&type=50;1;x1;4:Flow-11:stringValue1;1:.i1;14:sfdc_liveagent0;0;0;--1;-1;0;14:ServiceChannel13:{stringValue}30:the flow '{name}' routes chats=67;11:legacy-chat32:A flow routes messaging sessions3;0;+38:the channel carries messaging sessions15;+43:A routing flow of the new product is there.=649;---+2:C4-2;=10;=11;=1721;=1289;0;1;x1;4:Flow-11:stringValue1;1:.i1;16:sfdc_livemessage0;0;0;--1;-1;0;14:ServiceChannel13:{stringValue}43:the flow '{name}' routes messaging sessions20:flow-routing-targets11:legacy-chat27:Where a flow routes work to2;1;-15;+156:The actions of routing flows name queues and bots by label or id. Together with the labels of queues that completes the chain
from a channel to its agents.
=649;-----1;=10;=11;0;3;x1;4:Flow-15:inputParameters2;4:namei1;10:queueLabel17:value/stringValuem14:^(?<label>.+)$0;0;1;10:queueLabel--x1;4:Flow-15:inputParameters2;4:namei1;7:queueId=2013;m24:^(?<queue>00G\w{12,15})$0;0;1;13:<name>queueId--x1;4:Flow-15:inputParameters2;4:namei1;8:botLabel=2013;m12:^(?<bot>.+)$0;0;1;8:botLabel--0;+3;6;11:queue-label7:{label}6;8:queue-id7:{queue}6;9:bot-label5:{bot}=2011;=569;11:legacy-chat51:A flow or process starts when a chat record changes0;0;+53:the object that starts it belongs to legacy Chat only15;+139:Every chat starts it: to alert somebody, to create a case, to ask for feedback. Without chats nothing starts it, and nobody
gets an error.
193:1. Find out who counts on what the flow does.
2. Build it on MessagingSession with its own statuses, and guard it against running twice.
3. Deactivate the old one when the last chat has ended.
+137:A flow on MessagingSession. Sessions open again and one conversation can have several, so what runs once per chat may run
several times.
+163:<start>
    <object>LiveChatTranscript</object>
    <recordTriggerType>CreateAndUpdate</recordTriggerType>
    <triggerType>RecordAfterSave</triggerType>
</start>
+161:<start>
    <object>MessagingSession</object>
    <recordTriggerType>CreateAndUpdate</recordTriggerType>
    <triggerType>RecordAfterSave</triggerType>
</start>
+2:E2++4;+16;=66;4:flow2;=10;=11;=655;=656;0;2;x1;4:Flow-0:2;12:start/objectm=669;6:statuso3;5:Draft8:Obsolete12:InvalidDraft0;0;2;8:LiveChat9:LiveAgent--x1;4:Flow-21:processMetadataValues2;4:namei1;10:ObjectType=2013;m57:^(?<object>LiveChat[A-Z][A-Za-z]{3,30}|LiveAgentSession)$0;0;2;8:LiveChat9:LiveAgent--0;-1;0;12:CustomObject8:{object}73:'{name}' starts on '{object|chat records}' and falls silent without chats=120;11:legacy-chat46:A flow starts when a messaging session changes3;0;+46:the object that starts it belongs to messaging15;+39:Automation of the new product is there.=649;---+2:E2-1;=10;=11;0;1;x1;4:Flow-0:2;12:start/objecti1;=676;6:statuso3;5:Draft8:Obsolete12:InvalidDraft0;0;0;--0;-0;46:the flow '{name}' starts on messaging sessions=570;11:legacy-chat47:A flow creates, changes or deletes chat records0;0;+38:the object belongs to legacy Chat only15;+111:The flow keeps data on chats. It finds no new chats to write to, and messaging sessions stay without that data.189:1. See which fields it writes and who reads them.
2. Create those fields on MessagingSession and build the flow for it.
3. Jobs that clean up old chats stay until the last chat is deleted.
+53:The same on MessagingSession, with fields of its own.--+2:E2++2;+8;=66;4:flow2;=10;=11;=655;=656;0;3;x1;4:Flow-13:recordCreates1;6:objectm=669;0;0;2;8:LiveChat9:LiveAgent--x1;4:Flow-13:recordUpdates1;6:objectm=669;0;0;2;8:LiveChat9:LiveAgent--x1;4:Flow-13:recordDeletes1;6:objectm=669;0;0;2;8:LiveChat9:LiveAgent--1;-1;0;12:CustomObject8:{object}43:the flow '{name}' writes '{object}' records=539;11:legacy-chat64:Code names headers of the Chat REST API in parts or as constants0;1;+78:the name is that of a chat header, in a spelling that is not sent as it stands2;+181:The headers of the Chat REST API are put together at run time, read from a server's environment, or named by
constants. The code sends or passes them on like any other chat client.
136:1. Find where the parts are joined or the constants are used.
2. Follow the requests that carry them; the constants go with the client.
+71:The Authorization header with an access token of the Enhanced Chat API.+36:const name = 'X-LIVEAGENT-' + part;
+60:const headers = { Authorization: `Bearer ${accessToken}` };
+3:D11++4;+24;=108;6:client3;=10;=11;31:Chat REST API: required headers123:https://developer.salesforce.com/docs/atlas.en-us.live_agent_rest.meta/live_agent_rest/live_agent_rest_required_headers.htm=953;=954;0;2;t3;0;2;1;0;1;12:x-liveagent-+27:(?i)\bX-LIVEAGENT-(?![a-z])0;0;0;-+-+53:the common beginning of all chat headers stands alonet3;0;2;1;0;2;12:x_liveagent_10:xliveagent+85:(?i)(?<![a-z])(?:HTTP_)?X_?LIVEAGENT_?(?:API_?VERSION|AFFINITY|SESSION_?KEY|SEQUENCE)0;0;0;----0;-1;0;7:product13:Chat REST API49:'{match}' stands for headers of the Chat REST API=538;11:legacy-chat43:Code sends the headers of the Chat REST API0;0;+42:no other product uses headers of this name2;+343:Every request to the Chat REST API carries X-LIVEAGENT headers: the API version, the affinity token, the session
key and a sequence number. A client that sends them talks to a chat server and stops working with it. Agent
presence in Omni-Channel uses the same headers; a client for presence is no visitor chat, but stands on the same
servers.
339:1. Find the client that sends the header and list the resources it calls.
2. Create an Enhanced Chat deployment of type API and note its developer name.
3. Replace the session call by an access token request, and the header set by the Authorization header.
4. Replace the polling of messages by the event stream.
5. Remove the old client.
+180:The Enhanced Chat API with an access token in the Authorization header. Affinity, session key and sequence have no
counterpart; the token and the conversation id take their place.
+87:GET /chat/rest/System/SessionId
X-LIVEAGENT-API-VERSION: 57
X-LIVEAGENT-AFFINITY: null
+205:POST /iamessage/api/v2/authorization/unauthenticated/access-token
Content-Type: application/json

{"orgId": "00D000000000001", "esDeveloperName": "Web_Chat", "capabilitiesVersion": "1", "platform": "Web"}
+3:D11++8;+40;=108;6:client3;=10;=11;=2042;=2043;=953;=954;0;1;t0;0;1;12:x-liveagent-+88:(?i)\bX-LIVEAGENT-(?<header>API-VERSION|API-AFFINITY|AFFINITY|SESSION[-_]KEY|SEQUENCE)\b0;0;0;----0;-1;0;7:product13:Chat REST API42:'{match}' is a header of the Chat REST API14:chat-button-id11:legacy-chat39:The id of a chat button is written down0;1;+63:the id has the prefix of chat buttons, and its name says button24;+164:The id names a chat button of one org and so decides who gets the chats. In the new product the channel and its flow
decide, and no id stands in pages or settings.
174:1. Find what uses the id, and note which queue or skill the button leads to.
2. Give the channel or its flow the same route.
3. Delete the id with the setting that holds it.
+38:The channel behind the new deployment.--+2:C5+-3:0.5+2;13:web developer5:place2;=10;=11;=1073;=1074;0;1;t0;0;2;8:buttonid9:button_id+134:(?i)button_?id\w{0,10}['"\])]{0,3}\s{0,4}(?:=>|[:=,(])\s{0,4}\[?@?['"]?(?<button>(?-i:573[A-Za-z0-9]{12}(?:[A-Za-z0-9]{3})?))(?![\w-])0;0;0;----0;-1;0;9:button-id8:{button}44:'{button}' is the id of a legacy chat button=373;11:legacy-chat43:The id of a chat deployment is written down0;1;+71:the id has the prefix of chat deployments, and its name says deployment24;+181:The id names a chat deployment of one org. It differs between sandbox and production and is worth nothing once the
deployment is gone; the new product uses developer names instead.
112:1. Find what uses the id, and replace it as that finding says.
2. Delete the id with the setting that holds it.
+41:The developer name of the new deployment.--+3:D10+-3:0.5+2;13:web developer5:place2;=10;=11;=1073;=1074;0;1;t0;0;2;12:deploymentid13:deployment_id+139:(?i)deployment_?id\w{0,10}['"\])]{0,3}\s{0,4}(?:=>|[:=,(])\s{0,4}@?['"]?(?<deployment>(?-i:572[A-Za-z0-9]{12}(?:[A-Za-z0-9]{3})?))(?![\w-])0;0;0;----0;-1;0;13:deployment-id12:{deployment}52:'{deployment}' is the id of a legacy chat deployment15:chat-id-literal11:legacy-chat58:A literal looks like the id of a chat deployment or button2;2;+80:the prefix fits, and the file speaks of legacy Chat, but nothing names the value24;+130:Ids that begin with 572 belong to chat deployments and those that begin with 573 to chat buttons. Other values can
look the same.
93:1. Look the id up in the org.
2. If it is a chat deployment or button, replace what uses it.
+70:The developer name of the new deployment; buttons have no counterpart.--+3:D10+-3:0.5+1;13:web developer5:place2;=10;=11;=1073;=1074;0;1;t3;0;2;1;0;6;4:'5724:"5724:>5724:'5734:"5734:>573+75:['">](?<id>57[23][A-Za-z0-9]{2}0{6}[A-Za-z0-9]{4}(?:[A-Z0-9]{3})?)(?=['"<])0;6;9:liveagent10:live agent10:live_agent8:livechat12:embedded_svc8:chasitor0;+86:(?i)(?:button|deployment)_?id\w{0,10}['"\])]{0,3}\s{0,4}[:=,(]|\bliveagent[!?]?\.[a-z]---0;-0;55:'{id}' looks like the id of a chat deployment or button20:chat-organization-id11:legacy-chat44:The id of an org stands beside chat settings2;2;+64:every integration names its org; only the chat beside it matters24;+92:The id tells the inventory which org a chat endpoint belongs to; it is no finding by itself.=649;---+2:A2-2;=10;=11;=1073;=1074;0;1;t3;0;2;1;0;5;5:orgid6:org_id14:organizationid15:organization_id14:organisationid+143:(?i)org(?:ani[sz]ation)?_?id['"\])]{0,3}\s{0,4}(?:=>|[:=,(])\s{0,4}@?['"]?(?<organization>(?-i:00D[A-Za-z0-9]{12}(?:[A-Za-z0-9]{3})?))(?![\w-])0;4;9:liveagent10:live_agent8:chasitor12:embedded_svc0;----0;+1;0;15:organization-id14:{organization}37:'{organization}' is the org of a chat=507;11:legacy-chat56:A component is made for the record page of a chat object0;1;+56:the component declares a chat object as one of its pages8;+154:The component stands on the page of a chat record. Agents of the new product work on messaging sessions, so they
don't see it unless it is offered there.
192:1. Find out what agents use the component for during a chat.
2. Make its code read messaging sessions too, and add the object to its targets.
3. Put it on the record page of MessagingSession.
+59:The same component with MessagingSession among its objects.+55:<objects><object>LiveChatTranscript</object></objects>
+88:<objects><object>LiveChatTranscript</object><object>MessagingSession</object></objects>
+2:E3++2;+16;=66;9:component2;=10;=11;=1001;=1002;0;1;x1;=214;-14:objects/object1;1:.i3;=205;15:LiveChatVisitor=206;0;0;0;--0;-1;0;12:CustomObject8:{object}47:'{name}' is made for record pages of '{object}'20:embedded-sidebar-app11:legacy-chat54:A page shows the embedded window through Lightning Out2;2;+52:the application serves chats, flows and appointments8;+97:The old embedded script loads this application. A page that does so itself goes round the script.93:1. Find out which feature the page shows.
2. If it is a chat, replace it by the new snippet.
+28:For a chat, the new snippet.--+3:D10++1;+8;=66;5:place2;=10;=11;=931;=19;0;1;t2;0;1;0;1;23:embeddedService:sidebar+39:(?i)\bembeddedService:sidebar(?:App)?\b0;0;0;----0;-1;0;7:product=2;60:'{match}' shows an embedded window that may be a legacy chat=89;11:legacy-chat46:A component serves the window of Enhanced Chat3;0;+49:module and targets exist for the new product only8;+51:The component is already written for the successor.=649;---+2:D6-2;=10;=11;=1679;=1680;0;1;t0;0;2;26:lightningSnapin__Messaging26:lightningsnapin/eventStore+61:(?i)\blightningsnapin(?:__Messaging[a-z]{2,40}|/eventStore)\b0;0;0;----1;-1;0;7:product13:Enhanced Chat43:'{path}' serves the window of Enhanced Chat=433;11:legacy-chat65:A component builds message bubbles or the header of embedded chat0;0;+46:module and target exist for embedded chat only8;+98:The component draws messages or the header of the old chat window. The new window doesn't load it.238:1. Find out what the component shows that the standard one doesn't.
2. Use a message format where one fits, or rewrite the component for the messaging target.
3. Choose it in the new deployment, and delete the old one after the cut-over.
+191:A Lightning web component with the target lightningSnapin__MessagingTextMessageBubble or
lightningSnapin__MessagingHeader; for pictures and choices often a message format of the new product.
+63:import BaseChatMessage from 'lightningsnapin/baseChatMessage';
+80:<targets><target>lightningSnapin__MessagingTextMessageBubble</target></targets>
+2:D6++4;+24;=66;9:component2;=10;=11;=1679;=1680;0;2;t0;0;2;24:lightningsnapin/baseChat21:lightningSnapin__Chat+61:(?i)\blightningsnapin(?:/baseChat|__Chat)(?:Message|Header)\b0;0;0;----t2;0;1;0;1;26:lightningsnapin:chatHeader+37:(?i)\blightningsnapin:chatHeaderAPI\b0;0;0;--+1;+75:the name fits the others of embedded chat, and no public reference lists it0;-1;0;7:product=2;51:'{match}' builds a part of the embedded chat window=438;11:legacy-chat56:A component builds the minimised window of embedded chat0;0;+57:interface, module and target exist for embedded chat only8;+113:The component draws the chat while it is minimised and reacts to its states. The new product has no place for it.134:1. Decide to do without, or to draw a button of your own that calls utilAPI.launchChat().
2. Delete the component after the cut-over.
+75:None. Position and labels of the new button are settings of the deployment.--+2:D6++1;+4;=66;9:component2;=10;=11;=1679;=1680;0;1;t0;0;3;25:lightningsnapin:minimized25:lightningsnapin/minimized26:lightningSnapin__Minimized+70:(?i)\blightningsnapin(?::minimized(?:UI|API)|/minimized|__Minimized)\b0;0;0;----0;-1;0;7:product=2;61:'{match}' builds the minimised window of embedded legacy chat=422;11:legacy-chat53:A component builds the pre-chat form of embedded chat0;0;+=2124;8;+161:The component takes the place of the standard pre-chat form and starts the chat itself. The new window doesn't load
it: interface and target are different ones.
233:1. Decide whether the standard form of the new deployment is enough.
2. If not, rewrite the component for the messaging target, and test it with a guest.
3. Choose it in the new deployment, and delete the old one after the cut-over.
+179:A Lightning web component with the target lightningSnapin__MessagingPreChat, chosen in the new deployment. Where the
form only asks for fields, the deployment's own form will do.
+107:import BasePrechat from 'lightningsnapin/basePrechat';
export default class Prechat extends BasePrechat {}
+70:<targets><target>lightningSnapin__MessagingPreChat</target></targets>
+2:D6++8;+40;=66;9:component3;=10;=11;=1679;=1680;=1286;=1287;0;2;t0;0;3;23:lightningsnapin:prechat27:lightningsnapin/basePrechat24:lightningSnapin__PreChat+68:(?i)\blightningsnapin(?::prechat(?:UI|API)|/basePrechat|__PreChat)\b0;0;0;----t1;0;1;3;1;10:prechatAPI+42:\.find\(\s{0,4}['"]prechatAPI['"]\s{0,4}\)0;0;0;--+1;+75:the component of this name is found by its id, as the vendor's example does0;-1;0;7:product=2;56:'{match}' builds a pre-chat form of embedded legacy chat=423;11:legacy-chat47:A component reads the settings of embedded chat0;0;+47:component and call exist for embedded chat only8;+113:The component asks the old snippet for its settings. The new product doesn't hand them to components in this way.151:1. Find out which settings the component uses, and for what.
2. Rewrite it together with the pre-chat, message or header component that it belongs to.
+78:The configuration object that the new product passes to its custom components.--+2:D6++1;+8;=66;9:component2;=10;=11;=1679;=1680;0;1;t2;0;1;0;2;27:lightningsnapin:settingsAPI20:getLiveAgentSettings+60:(?i)\blightningsnapin:settingsAPI\b|\bgetLiveAgentSettings\b0;0;0;----0;-1;0;7:product=2;52:'{match}' reads the settings of embedded legacy chat=548;11:legacy-chat46:An Android app depends on the Service Chat SDK0;0;+51:the artifacts are those of the vendor's retired SDK9;+122:The SDK opens legacy chats inside the app. Chats fail in every installed version, old ones included, until people
update.
338:1. Start early: development, review and the spread of the update take weeks.
2. Create an Enhanced Chat deployment of type Mobile and download its configuration.
3. Replace the dependency and its repository, then configuration, pre-chat and listeners in code.
4. Hide the chat in old versions through a remote switch, if the app has one.
+142:com.salesforce.service:messaging-inapp-ui or -core, with a deployment of type Mobile. The group is the same; the
artifact tells old from new.
+54:implementation 'com.salesforce.service:chat-ui:4.3.6'
+66:implementation 'com.salesforce.service:messaging-inapp-ui:1.12.0'
+3:D11++24;+80;=282;3:app3;=10;=11;39:Service SDK for Android Developer Guide=23;26:Messaging In-App artifacts76:https://mvnrepository.com/artifact/com.salesforce.service/messaging-inapp-ui0;4;t2;0;2;0;1;28:com.salesforce.service:chat-+45:\bcom\.salesforce\.service:chat-(?:core|ui)\b0;0;0;----t2;0;2;0;1;22:com.salesforce.service+281:<groupId>\s{0,4}com\.salesforce\.service\s{0,4}</groupId>\s{0,200}<artifactId>\s{0,4}(?:chat-core|chat-ui|servicesdk)\s{0,4}</artifactId>|group\s{0,4}[:=]\s{0,4}['"]com\.salesforce\.service['"]\s{0,4},\s{0,4}(?:name|module)\s{0,4}[:=]\s{0,4}['"](?:chat-core|chat-ui|servicesdk)['"]0;0;0;----t2;0;2;0;1;33:com.salesforce.service:servicesdk+39:\bcom\.salesforce\.service:servicesdk\b0;0;0;--+1;+68:the whole SDK holds the chat part, though an app may use only otherst2;0;2;0;1;25:salesforcesos.com/android+36:\bsalesforcesos\.com/android/maven\b0;0;0;--+1;+48:the repository holds nothing but the retired SDK0;-1;0;7:product28:Service Chat SDK for Android40:'{match}' brings in the Service Chat SDK=549;11:legacy-chat38:Android code uses the Service Chat SDK0;0;+47:the packages belong to the vendor's retired SDK9;+67:The file configures, shows or follows a legacy chat inside the app.369:1. Replace the configuration: pod, deployment and button become an address, an org and a developer name.
2. Replace pre-chat fields and entities by pre-chat fields of the new SDK, and record look-up by a flow.
3. Replace listeners for agents, queue and session, and drop the question for availability.
4. Remove rules for the old packages from the shrinker's settings.
+96:CoreConfiguration and UIConfiguration in com.salesforce.android.smi of the Messaging In-App SDK.+59:import com.salesforce.android.chat.core.ChatConfiguration;
+61:CoreConfiguration(serviceAPI, organizationId, developerName)
+3:D11++4;+24;=282;4:file3;=10;=11;=2162;=23;32:Messaging In-App SDK for Android70:https://salesforce-async-messaging.github.io/messaging-in-app-android/0;1;t3;0;2;1;0;2;27:com.salesforce.android.chat47:com.salesforce.android.service.common.liveagent+85:\bcom\.salesforce\.android\.(?:chat\b|service\.common\.liveagent(?:client|logging)\b)0;0;0;----1;-1;0;7:product=2175;46:'{path}' uses the Service Chat SDK for Android=550;11:legacy-chat47:Code passes the chat server as a Live Agent pod0;1;+37:the word is the mobile chat SDK's own9;+146:The chat SDKs and their wrappers take the chat server as a pod, beside organisation, deployment and button. Code with
this name hands it through.
107:1. Follow the value to the SDK or request that uses it.
2. Replace it together with deployment and button.
+85:The address of the org's my.salesforce-scrt.com host in the downloaded configuration.+105:chat.configure({ liveAgentPod: 'd.la1-c1-abc.salesforceliveagent.com', orgId, deploymentId, buttonId });
+104:chat.configure({ url: 'https://example.my.salesforce-scrt.com', orgId, developerName: 'Mobile_Chat' });
+3:D11++1;+8;=282;4:file3;=10;=11;30:Service SDK for iOS: reference97:https://developer.salesforce.com/docs/service/service-sdk-ios/guide/servicesdk-ios-reference.html=2162;=23;0;1;t2;0;2;0;3;12:liveAgentPod14:live_agent_pod13:liveagent_pod+41:(?i)(?<!With)(?<![a-z])live_?agent_?pod\b0;0;0;----1;-1;0;7:product=3;42:'{path}' passes a chat server as '{match}'=551;11:legacy-chat45:iOS code uses classes of the Service Chat SDK0;0;+41:the class names have the SDK's own prefix9;+=2179;278:1. Replace the configuration: pod, deployment and button become an address, an org and a developer name.
2. Replace pre-chat objects by hidden and visible pre-chat fields of the new SDK, and record look-up by a flow.
3. Replace session and event delegates, and test each state.
+71:UIConfiguration, Interface and CoreFactory of the Messaging In-App SDK.+116:let configuration = SCSChatConfiguration(liveAgentPod: pod, orgId: org, deploymentId: deployment, buttonId: button)
+19:import SMIClientUI
+3:D11++4;+24;=282;4:file2;=10;=11;=2197;=2198;0;3;t1;0;5;12;13;15;4;3;4;7:SCSChat10:SCSPrechat17:SCSAgentTextEvent20:SCSFileTransferEvent+111:(?<!\w)\+?(?:SCSChat[A-Z]\w{1,40}|SCSChat\b|SCSPrechat[A-Z]\w{1,40}|SCSAgentTextEvent\b|SCSFileTransferEvent\b)0;0;0;----t1;0;3;12;13;15;1;12:LiveAgentPod+40:(?i)\b(?:init|options)WithLiveAgentPod\b0;0;0;----t1;0;2;12;13;2;7:.chatUI9:.chatCore+77:\b(?:ServiceCloud|SCServiceCloud)\.shared\w{0,10}(?:\(\))?\.chat(?:UI|Core)\b0;0;0;--+2;+56:the accessors are not in the public reference of the SDK1;-1;0;7:product24:Service Chat SDK for iOS51:'{path}' uses the Service Chat SDK, first '{match}'=552;11:legacy-chat42:An iOS app depends on the Service Chat SDK0;0;+61:the names belong to the chat part of the vendor's retired SDK9;+166:The SDK opens legacy chats inside the app. Chats fail in every installed version, old ones included, until people
update; an app store release has its own lead time.
319:1. Start early: development, review and the spread of the update take weeks.
2. Create an Enhanced Chat deployment of type Mobile and download its configuration.
3. Replace the dependency, then configuration, pre-chat and delegates in code.
4. Hide the chat in old versions through a remote switch, if the app has one.
+216:Messaging In-App SDK: the pods Messaging-InApp-UI and Messaging-InApp-Core or the package Swift-InAppMessaging, with
a deployment of type Mobile. Another package of the same GitHub organisation is still the old SDK.
+22:pod 'ServiceSDK/Chat'
+25:pod 'Messaging-InApp-UI'
+3:D11++24;+80;=282;3:app3;=10;=11;=2197;=2198;29:Service SDK for iOS: releases54:https://github.com/forcedotcom/ServiceSDK-iOS/releases0;5;t2;0;2;0;1;15:ServiceSDK/Chat+19:\bServiceSDK/Chat\b0;0;0;----t2;0;2;0;1;25:Swift-Package-ServiceChat+33:(?i)\bSwift-Package-ServiceChat\b0;0;0;----t2;0;2;0;2;21:ServiceChat.framework23:ServiceChat.xcframework+33:\bServiceChat\.(?:xc)?framework\b0;0;0;----t2;0;2;0;1;10:ServiceSDK+55:\b(?:pod|dependency)\s{0,4}\(?\s{0,4}['"]ServiceSDK['"]0;0;0;--+1;+=2171;t2;0;2;0;1;13:LiveAgentChat+95:\b(?:pod|dependency)\s{0,4}\(?\s{0,4}['"]LiveAgentChat['"]|^[ \t]{0,8}-\s{1,4}LiveAgentChat\s\(0;0;0;--+1;+45:this was the SDK's name in its first versions0;-1;0;7:product=2213;=2176;15:ios-chat-import11:legacy-chat37:iOS code imports the Service Chat SDK0;0;+46:the module belongs to the vendor's retired SDK9;+61:The file uses the SDK that opens legacy chats inside the app.206:1. Replace chat configuration, pre-chat and delegates by those of the new SDK.
2. Test hand-over to the background and push notifications: conversations outlive the app there.
3. Remove the old dependency.
+70:The modules SMIClientUI and SMIClientCore of the Messaging In-App SDK.+19:import ServiceChat
+=2206;+3:D11++4;+24;=282;4:file2;=10;=11;=2197;=2198;0;1;t1;0;3;12;13;15;2;11:ServiceChat13:LiveAgentChat+126:^[ \t]{0,20}(?:@?import[ \t]{1,4}|#[ \t]{0,4}(?:import|include)[ \t]{0,4}[<"])(?<module>ServiceChat|LiveAgentChat)(?:[/;\s]|$)0;0;0;----0;-1;0;7:product=2213;46:'{module}' is a module of the Service Chat SDK=110;11:legacy-chat36:An app uses the Messaging In-App SDK3;0;+53:modules, packages and artifacts belong to the new SDK9;+104:The app already carries the successor's SDK. Where the old one is there too, the migration is half done.88:1. Nothing to do for this place.
2. Remove the old SDK when no screen uses it any more.
---+3:D11-2;=10;=11;=2184;=2185;0;1;t2;0;2;0;4;9:SMIClient16:messaging-inapp-26:com.salesforce.android.smi20:Swift-InAppMessaging+134:\bSMIClient(?:UI|Core)\b|(?i:\bmessaging-inapp-(?:core|ui|data|database)\b)|\bcom\.salesforce\.android\.smi\b|\bSwift-InAppMessaging\b0;0;0;----1;-1;0;7:product13:Enhanced Chat38:'{path}' uses the Messaging In-App SDK=553;11:legacy-chat45:An app uses a wrapper of the Service Chat SDK0;1;+42:the package wraps the vendor's retired SDK9;+151:The package hands chats of a React Native, Cordova or Flutter app to the native chat SDKs. They stop with legacy
Chat, whatever the wrapper is called.
199:1. Ask the wrapper's maintainers whether a version for the new SDKs exists.
2. Otherwise choose between a bridge of your own and the web window.
3. Release early: old app versions keep the old chat.
+163:No wrapper by the vendor is known. Bridge the Messaging In-App SDKs yourself, look for a maintained wrapper of them,
or show the web window in a frame of the app.
--+3:D11++24;+80;=282;3:app3;=10;=11;=2197;=2198;=2162;=23;0;1;t2;0;2;0;6;18:rn-salesforce-chat28:react-native-salesforce-chat23:react-native-servicesdk22:react-native-liveagent33:cordova-plugin-salesforce-snapins18:flutter_salesforce+256:(?i)(?<![\w.-])(?<package>@(?:loadsmart|ziveso)/rn-salesforce-chat|react-native-salesforce-chat(?:-sdk)?|ashutosh910-react-native-salesforce-chat|react-native-servicesdk|react-native-liveagent|cordova-plugin-salesforce-snapins|flutter_salesforce)(?![\w.-])0;0;0;+14:"name"\s{0,4}:---0;-1;0;7:product9:{package}38:'{package}' wraps the Service Chat SDK19:service-core-import11:legacy-chat51:iOS code imports the common part of the Service SDK2;2;+49:the module serves chat, cases and knowledge alike9;+127:ServiceCore carries the settings of all parts of the old Service SDK. Whether the app chats is decided by the parts
beside it.
116:1. Look for ServiceChat in the app's dependencies.
2. If the app doesn't chat, write a suppression with the reason.
+35:For chat, the Messaging In-App SDK.--+3:D11++1;+8;=282;4:file2;=10;=11;=2197;=2198;0;1;t1;0;3;12;13;15;1;11:ServiceCore+86:^[ \t]{0,20}(?:@?import[ \t]{1,4}|#[ \t]{0,4}import[ \t]{0,4}<)ServiceCore(?:[/;\s]|$)0;0;1;11:ServiceChat----0;-1;0;7:product19:Service SDK for iOS51:'{path}' imports the common part of the Service SDK=391;11:legacy-chat54:A named credential leads to the servers of legacy Chat0;0;+58:the host serves nothing but legacy Chat and agent presence21;+115:Apex, a flow or an external service starts or polls chats through this credential. Its calls fail with the servers.109:1. Find the code and the flows that name the credential.
2. Treat them like any client of the Chat REST API.
+51:The Enhanced Chat API with its own host and tokens.--+3:D11++8;+40;=108;6:client1;=10;=11;0;2;x1;15:NamedCredential-0:1;8:endpointm73:(?<host>(?:[a-z0-9*-]{1,63}\.){0,8}salesforceliveagent\.com)\b(?!\.[a-z])0;0;1;=1866;--x2;15:NamedCredential=254;-14:parameterValue1;1:.m=2277;0;0;1;=1866;--0;-1;0;4:host6:{host}47:code of the org calls '{host}' through '{name}'21:chat-server-trust-off11:legacy-chat52:An entry for a server of legacy Chat is switched off1;0;+36:the entry says that it is not active21;+57:Nothing in the org reaches the server through this entry.14:1. Delete it.
+12:None needed.--+2:H3+-3:0.1-4:0.25=28;5:entry1;=10;=11;0;2;x1;=248;-0:2;3:urlm=2277;8:isActivei1;5:false0;0;1;=1866;--x1;14:CspTrustedSite-0:2;11:endpointUrlm=2277;8:isActivei1;5:false0;0;1;=1866;--0;-1;0;4:host6:{host}50:'{name}' would allow '{host}', but is switched off=388;11:legacy-chat38:The org trusts a server of legacy Chat0;0;+78:the entry allows a host that serves nothing but legacy Chat and agent presence21;+174:The entry lets pages or code of the org reach the chat servers, so something in the org needs them. Pages of the new product
fail silently while its hosts lack such entries.
180:1. Find what uses the host: a page, a component or code.
2. Add the entries of the new product, in trusted URLs and in cross-origin sharing.
3. Remove this one after the cut-over.
+93:Entries for the org's my.salesforce-scrt.com host and for the web domains that show the chat.+72:<endpointUrl>https://d.la1-c1-abc.salesforceliveagent.com</endpointUrl>
+66:<endpointUrl>https://example.my.salesforce-scrt.com</endpointUrl>
+2:H3+-3:0.1-3:0.5=28;5:entry2;=10;=11;36:Help: server-sent events and proxies107:https://help.salesforce.com/s/articleView?id=service.configure_server_sent_events.htm&language=en_US&type=50;5;x1;=248;-0:2;3:urlm=2277;8:isActiveo1;5:false0;0;1;=1866;--x1;14:CspTrustedSite-0:2;11:endpointUrlm=2277;8:isActiveo1;5:false0;0;1;=1866;--x1;=251;-0:1;10:urlPatternm=2277;0;0;1;=1866;--x1;=256;-19:iframeWhiteListUrls1;3:urlm=2277;0;0;1;=1866;--x1;10:CustomSite-23:siteIframeWhiteListUrls1;3:urlm=2277;0;0;1;=1866;--0;-1;0;4:host6:{host}49:'{name}' allows '{host}', a server of legacy Chat=389;11:legacy-chat64:A policy or allow list names the legacy chat servers by wildcard0;1;+66:nothing else uses the domain; the entry may have outlived the chat21;+226:A content security policy, proxy or firewall lets pages reach the chat servers. The entry itself breaks nothing when
the servers go, but pages of the new product fail silently while their hosts are missing from the same list.
232:1. Add the new hosts to every list that names the old ones, in staging too.
2. Let connections to my.salesforce-scrt.com stay open for at least 75 minutes without inspection or buffering.
3. Remove the old entry after the cut-over.
+146:The org's my.salesforce-scrt.com and my.site.com hosts, for scripts, frames, connections and images; long-lived
connections for the event stream.
+78:Content-Security-Policy: connect-src 'self' https://*.salesforceliveagent.com
+111:Content-Security-Policy: connect-src 'self' https://example.my.salesforce-scrt.com https://example.my.site.com
+2:D3+-3:0.5+2;13:web developer6:policy2;=10;=11;=2291;=2292;0;1;t3;0;2;1;0;1;=1857;+62:(?i)\*[a-z0-9.*-]{0,80}\.salesforceliveagent\.com\b(?!\.[a-z])0;0;0;-+--0;-1;0;4:host7:{match}40:'{match}' allows the legacy chat servers=390;11:legacy-chat60:A policy or allow list names the host of the embedded script2;2;+73:the host serves scripts of legacy Chat, and of flows and appointments too21;+170:Embedded chats load their script from service.force.com. Embedded flows and appointments do so too, so the entry says
little by itself; the pages behind the policy tell.
179:1. Look for esw.min.js in the pages that the policy covers.
2. Add the org's my.site.com and my.salesforce-scrt.com hosts.
3. Remove this entry when no page loads the old script.
+46:The org's my.site.com host for the new script.--+2:D3+-3:0.5+1;13:web developer6:policy2;=10;=11;=1489;=1490;0;1;t3;0;2;1;0;1;17:service.force.com+64:(?i)(?<![\w.-])service\.force\.com(?!/embeddedservice)(?![\w.-])0;5;4:-src9:allowlist9:whitelist10:allow_list7:allowed0;----0;-0;52:'{match}' serves the script of embedded legacy chats=81;11:legacy-chat40:The org trusts the host of Enhanced Chat3;1;+32:the host carries the new product21;+52:Pages and code of the org may reach the new product.=649;---+2:D3-2;=10;=11;=2291;=2292;0;3;x1;14:CspTrustedSite-0:1;11:endpointUrlm49:\.my\.salesforce-scrt\.com(?!/(?:content|chat)\b)0;0;1;15:salesforce-scrt--x1;=251;-0:1;10:urlPatternm=2316;0;0;1;15:salesforce-scrt--x1;=248;-0:1;3:urlm=2316;0;0;1;15:salesforce-scrt--0;-0;41:'{name}' allows the host of Enhanced Chat=80;11:legacy-chat52:A policy or setting names the hosts of Enhanced Chat3;1;+68:the host carries the new product, and at other paths the old scripts21;+77:The page's policy or the client's settings already know the successor's host.100:1. Nothing to do for this place.
2. Check that the org's my.site.com host stands in the same lists.
---+2:D3-2;=10;=11;=2291;=2292;0;1;t3;0;2;1;0;1;23:.my.salesforce-scrt.com+105:(?i)(?:[a-z0-9-]{1,80}|\*|\})(?:\.sandbox)?\.my\.salesforce-scrt\.com\b(?!/(?:content|chat)\b)(?!\.[a-z])0;0;0;----1;-1;0;7:product13:Enhanced Chat38:'{path}' names a host of Enhanced Chat=385;11:legacy-chat47:An origin is allowed for a web site with a chat2;2;+63:the same web site stands on the allow list of a chat deployment21;+102:The new chat needs this origin too. It only has to be checked that the site is allowed in every place.96:1. Keep the entry.
2. Add a trusted URL for the site, and both entries for its staging domains.
+45:The same origin, and a trusted URL beside it.--+2:A2+-4:0.25+1;=28;5:entry1;=10;=11;0;1;r=251;++1;3:out+6;1;8:web-site0;-1;2:in+6;1;=166;0;-0;0;0;0;--0;-0;54:'{name}' allows a web site that may show a legacy chat22:origin-of-guided-setup11:legacy-chat42:An origin that the guided chat set-up adds2;2;+74:Visualforce pages, sites and other embedded windows need these origins too21;+104:The guided set-up of chat adds these origins, and embedded snippets load their script from the last one.106:1. Leave the entry until the cut-over.
2. Remove it in a sandbox and see whether something else needs it.
+52:The origins of the web sites that show the new chat.--+2:H3+-3:0.1-3:0.5=28;5:entry1;=10;=11;0;1;x1;=251;-0:1;10:urlPatterni3;19:https://*.force.com25:https://*.visualforce.com25:https://service.force.com0;0;0;--0;-0;50:'{urlPattern}' may be allowed for legacy Chat only15:origin-web-site11:legacy-chat33:The web site of an allowed origin2;2;-21;+72:Origins and the allow lists of chat deployments name the same web sites.=649;-----1;=10;=11;0;1;x1;=251;-0:1;10:urlPatternm31:^https?://(?<site>[^/:]{4,200})0;0;1;=1861;--0;+1;6;8:web-site6:{site}=2341;=592;11:legacy-chat38:Somebody may read or edit chat records1;0;+71:the permission is granted, and its object or tab belongs to legacy Chat18;+118:People see old chats by these permissions. They break nothing; nobody gets access to messaging sessions through them.
202:1. Build the new permission sets; profiles are the wrong place for them.
2. Keep read access as long as old chats must be read, and take write access away.
3. Remove the rest together with the records.
+146:Permission sets with the licence and the permission of Enhanced Chat, and access to messaging sessions, messaging users and
conversation entries.
+113:<objectPermissions>
    <allowRead>true</allowRead>
    <object>LiveChatTranscript</object>
</objectPermissions>
+111:<objectPermissions>
    <allowRead>true</allowRead>
    <object>MessagingSession</object>
</objectPermissions>
+2:H4+-3:0.1-3:0.5=28;14:permission set2;=10;=11;=655;=656;0;5;x3;7:Profile13:PermissionSet=239;-17:objectPermissions1;6:objectm50:^(?<object>Live(?:Chat|Agent)[A-Z][A-Za-z]{3,30})$6;9:allowRead11:allowCreate9:allowEdit11:allowDelete14:viewAllRecords16:modifyAllRecords0;2;8:LiveChat9:LiveAgent--x3;7:Profile13:PermissionSet=239;-16:fieldPermissions1;5:fieldm51:^(?<object>Live(?:Chat|Agent)[A-Z][A-Za-z]{3,30})\.2;8:readable8:editable0;2;8:LiveChat9:LiveAgent--x2;7:Profile13:PermissionSet-22:recordTypeVisibilities2;10:recordTypem=2355;7:visiblei1;4:true0;0;2;8:LiveChat9:LiveAgent--x1;7:Profile-15:tabVisibilities2;3:tabm28:^standard-Live(?:Chat|Agent)10:visibilityn1;6:Hidden0;0;1;13:standard-Live--x1;13:PermissionSet-11:tabSettings2;3:tabm=2357;10:visibilityn1;4:None0;0;1;13:standard-Live--1;-1;3;12:CustomObject8:{object}38:'{name}' grants access to chat records27:chat-permission-set-by-name11:legacy-chat43:A permission set is named after legacy Chat1;2;+67:the name says so; what is granted for chats is a finding of its own18;+104:Permission sets like this give access to pages and classes of the chat, and the guided set-up makes one.105:1. Look at what it grants and who has it.
2. Take it away from people after the cut-over, and delete it.
+33:Permission sets of Enhanced Chat.--+2:H3+-3:0.1-3:0.5=28;14:permission set1;=10;=11;0;1;c2;13:PermissionSet=237;+40:^(?:Live_?Agent|Live_?Chat)(?:_|$|[A-Z])--0;-0;64:'{name}' seems to be for agents or administrators of legacy Chat=54;11:legacy-chat36:Somebody may work with Enhanced Chat3;0;+54:the permission and the licence belong to Enhanced Chat18;+55:Agents can be given what they need for the new product.=649;---+2:B4-2;=10;=11;=44;=45;0;2;x2;7:Profile13:PermissionSet-15:userPermissions2;4:namei1;22:EmbeddedMessagingAgent7:enabledi1;4:true0;0;0;--x1;13:PermissionSet-0:1;7:licensei1;31:EmbeddedServiceMessagingUserPsl0;0;0;--1;-0;39:'{name}' is for agents of Enhanced Chat25:list-view-of-chat-licence11:legacy-chat42:A list view shows who has the chat licence1;0;+40:the column is the licence of legacy Chat18;+103:Administrators see in it who is an agent of legacy Chat. The column says nothing about the new product.50:1. Remove the column before Chat is switched off.
+37:A list of permission set assignments.--+2:H3+-3:0.1-4:0.25=28;9:list view1;=10;=11;0;1;t1;3;0;1;14:LIVEAGENT_USER+16:>LIVEAGENT_USER<0;0;0;----1;-0;54:the list view '{name}' shows the chat licence of users20:messaging-permission11:legacy-chat41:Somebody may work with messaging sessions3;1;+74:the permission belongs to messaging, of which Enhanced Chat is one channel18;+114:The licences of other messaging channels are not enough for Enhanced Chat, but the sessions are the same records.
=649;-----2;=10;=11;=44;=45;0;3;x2;7:Profile13:PermissionSet-15:userPermissions2;4:namei5;16:LiveMessageAgent20:ConfigureLiveMessage28:CanInitiateMessagingSessions27:LMOutboundMessagingUserPerm29:LMEndMessagingSessionUserPerm7:enabledi1;4:true0;0;0;--x1;13:PermissionSet-0:1;7:licensei2;18:LiveMessageUserPsl30:EasyServiceMessagingSessionPsl0;0;0;--x2;7:Profile13:PermissionSet-=2351;2;6:objecti1;=676;9:allowReadi1;4:true0;0;0;--1;-0;34:'{name}' is for users of messaging=441;11:legacy-chat54:A page reads the parameters of a legacy post-chat page0;1;+69:the parameters have common names, but only a post-chat page gets both4;+198:When a chat ends, legacy Chat opens a post-chat page and sends it the chat's key, who ended it, the transcript and
more. No such page opens any more, so surveys and follow-up records silently stop.
217:1. Find out what the page does: thanks, survey, records.
2. Replace a survey by a link in the closing message, and records by a flow on the messaging session.
3. Delete the page and its controller after the cut-over.
+116:No documented page. Send a survey link in the automated response at the end, or start a flow when the session ends.
--+2:D4++2;+16;13:web developer14:post-chat page2;=10;=11;20:Chat Developer Guide106:https://developer.salesforce.com/docs/service/chat-dev-guide/guide/live-agent-customizing-deployments.html0;1;t2;0;1;0;1;14:disconnectedBy+25:(?<![\w])disconnectedBy\b0;1;7:chatKey0;----1;-1;0;7:product14:Post-chat page57:'{path}' reads what legacy Chat sends to a post-chat page=427;11:legacy-chat55:A form finds or creates records through legacy pre-chat0;0;+51:the input names are documented for legacy Chat only4;+178:The chat server finds or creates contacts, leads or cases from these inputs when the chat begins. The new product
doesn't: without a flow, sessions arrive without their records.
=1556;+=1300;+93:<input type="hidden" name="liveagent.prechat.findorcreate.map:Contact" value="Email,Email"/>
+=1302;+2:D5++8;+40;=66;13:pre-chat page3;=10;=11;47:Chat Developer Guide: details of pre-chat forms131:https://developer.salesforce.com/docs/atlas.en-us.254.0.live_agent_dev.meta/live_agent_dev/live_agent_accessing_details_prechat.htm=1288;=1289;0;1;t0;0;1;17:liveagent.prechat+115:(?i)\bliveagent\.prechat[.:](?<part>findorcreate|linkToEntity|showOnCreate)[A-Za-z.]{0,40}(?::(?<object>\w{1,80}))?0;0;0;-+--1;-1;0;7:product12:Pre-chat API64:'{path}' finds or creates records from pre-chat, first '{match}'14:prechat-inputs11:legacy-chat48:A form fills the pre-chat details of legacy Chat0;0;+=2403;4;+156:Inputs with these names become details of the chat and fields of its transcript when the form is sent to the chat
server. The form goes nowhere without it.
228:1. List the inputs and who reads their values later: agents, transcript fields, flows, reports.
2. Create a parameter for each that is still needed, and map it in the flow.
3. Replace the page by the form of the new deployment.
+107:Form fields and parameters of the new deployment; hidden values through prechatAPI.setHiddenPrechatFields.
+76:<input type="hidden" name="liveagent.prechat:Email" value="a@example.com"/>
+87:embeddedservice_bootstrap.prechatAPI.setHiddenPrechatFields({Email: 'a@example.com'});
+2:D4++4;+24;13:web developer13:pre-chat page4;=10;=11;=2406;=2407;=1286;=1287;=1288;=1289;0;1;t0;0;1;=2408;+108:\bliveagent\.prechat(?![.:](?i:findorcreate|linkToEntity|showOnCreate))(?<field>[.:](?:[A-Za-z]{2,30}\b:?)?)0;0;0;-+--1;-1;0;7:product12:Pre-chat API55:'{path}' fills legacy pre-chat details, first '{match}'14:prechat-labels11:legacy-chat49:A page shows labels of the standard pre-chat form0;1;+61:the labels are the vendor's for pre-chat pages of legacy Chat4;+90:The page is a pre-chat form made from the vendor's sample. It opens for chat buttons only.100:1. Replace the page by the form of the new deployment.
2. Set its labels there, for every language.
+41:Labels of the form in the new deployment.--+2:D4+-3:0.5+2;13:web developer4:page2;=10;=11;=2406;=2407;0;1;t2;1;0;0;1;23:$Label.LiveAgentPrechat+39:(?i)\$Label\.LiveAgentPrechat\.\w{1,80}0;0;0;----0;-1;0;7:product12:Pre-chat API48:'{match}' is a label of the legacy pre-chat form14:prechat-script11:legacy-chat57:A page loads or starts the pre-chat script of legacy Chat0;0;+35:path and call belong to legacy Chat4;+206:A pre-chat page asks the visitor for details before the chat starts, and this script fills it with what the page
before it knew. Chat server, button and page belong together; none works without the others.
232:1. List the fields of the page, and which records they find or create.
2. Build the form in the new deployment; fill known values through the prechat API.
3. Move look-ups to the routing flow.
4. Delete the page after the cut-over.
+121:The pre-chat form of the new deployment, or a Lightning web component with the target
lightningSnapin__MessagingPreChat.
+63:liveagent.details.preChatInit(chatUrl, 'fill', 'prechatForm');
+91:embeddedservice_bootstrap.prechatAPI.setVisiblePrechatFields({_firstName: {value: name}});
+2:D4++4;+24;13:web developer13:pre-chat page3;=10;=11;=2406;=2407;=1286;=1287;0;2;t0;0;2;11:/prechat.js15:/prechat.min.js+75:(?i)\bcontent/g/(?:js/(?<version>[0-9]{2}\.[0-9])/)?prechat(?:\.min)?\.js\b0;0;0;-+--t0;0;1;11:preChatInit+47:\b(?:liveagent\.details\.)?preChatInit\s{0,4}\(0;0;0;----0;-1;0;7:product12:Pre-chat API43:'{match}' belongs to a legacy pre-chat page=374;11:legacy-chat65:Organisation, deployment and button of a chat are passed together0;1;+71:only legacy Chat identifies an entry point by a deployment and a button1;+136:Code that takes an organisation, a deployment and a button id starts or checks legacy chats, whatever library does
the work underneath.
111:1. Find the library or request that receives the three ids.
2. Replace it, and the settings that hold the ids.
+85:The organisation id and the developer name of the new deployment; there is no button.+77:{"organizationId": "00D…", "deploymentId": "572…", "buttonId": "573…"}
+51:{"orgId": "00D…", "esDeveloperName": "Web_Chat"}
+3:D11++1;+8;=108;6:client3;=10;=11;=1073;=1074;=953;=954;0;2;t3;0;2;1;0;2;12:deploymentid13:deployment_id+160:(?is)(?<![a-z])deployment_?id\b(?:(?!deployment_?id).){0,300}?(?<![a-z])button_?id\b|(?<![a-z])button_?id\b(?:(?!button_?id).){0,300}?(?<![a-z])deployment_?id\b0;6;5:orgid6:org_id14:organizationid15:organization_id14:organisationid15:organisation_id2;25:salesforceLiveAgentConfig28:salesforce_live_agent_config----t3;0;2;1;0;2;12:deploymentid13:deployment_id+98:(?is)(?<![a-z])org(?:ani[sz]ation)?_?id\b(?:(?!deployment_?id).){0,300}?(?<![a-z])deployment_?id\b0;3;9:liveagent10:live_agent8:livechat2;=2445;=2446;---+70:the file speaks of Live Agent and has an organisation and a deployment1;-1;0;7:product11:Legacy Chat51:'{path}' passes a chat deployment and a chat button=545;11:legacy-chat52:Code acts as an agent through undocumented resources2;1;+92:the resources carry agent presence for several channels, and no documentation describes them1;+206:The servers of legacy Chat also carry the presence of agents in Omni-Channel, for chat and for messaging work. Such
code may serve the new product as well; nobody public says how long these addresses stay.
229:1. Find out which channels the code handles: agent is legacy Chat, conversational and lmagent are not only that.
2. Replace it by documented means, for instance a flow or Apex on the work records.
3. Watch it closely until then.
+86:No documented API. Agents' work is closed in the console or through records and flows.--+2:E4++4;+24;=108;6:client2;=10;=11;23:Chat REST API: requests125:https://developer.salesforce.com/docs/atlas.en-us.264.0.live_agent_rest.meta/live_agent_rest/live_agent_rest_API_requests.htm0;1;t0;0;10;19:chat/rest/Presence/17:Presence/Presence19:Presence/AcceptWork18:Presence/CloseWork20:Presence/DeclineWork13:Presence/Work30:Presence/AfterConversationWork30:Conversational/ConversationEnd12:LmAgent/Chat17:Agent/LoginResult+344:\b(?:chat/rest/Presence/(?<presence>[A-Z][A-Za-z]{2,30})|Presence/(?<work>Presence(?:Login|Logout|Configuration|StatusChanged)|AcceptWork|CloseWork|DeclineWork|WorkAssigned|WorkAccepted|WorkRejected|AfterConversationWorkEnded)|Conversational/(?<end>ConversationEnd)|LmAgent/(?<lmagent>ChatRequest|ChatEstablished)|Agent/(?<login>LoginResult))\b0;0;0;----0;-1;0;7:product14:Agent presence63:'{match}' is an agent's resource or message on the chat servers14:chat-rest-base11:legacy-chat43:The base path of the Chat REST API is named0;1;+68:the path is that of the Chat REST API, the resource stands elsewhere1;+107:Every address of the Chat REST API begins with this path; a client puts the resource behind it at run time.149:1. Find the code that adds a resource to this path, and list the resources.
2. Follow the findings of those resources; this constant goes with them.
+59:/iamessage/api/v2 on the org's my.salesforce-scrt.com host.+42:const BASE = `https://${pod}/chat/rest/`;
+73:const BASE = 'https://example.my.salesforce-scrt.com/iamessage/api/v2/';
+3:D11++8;+40;=108;6:client3;=10;=11;26:Chat REST API: get started=13;=953;=954;0;1;t4;0;2;1;3;0;1;9:chat/rest+122:(?i)(?<![\w-])chat/rest(?:/(?!(?:System|Chasitor|Visitor|Agent|Presence|Conversational|EmbeddedService)/[A-Z])|(?![\w/-]))0;5;9:liveagent10:live agent8:chasitor10:salesforce4:sfdc0;-+--0;-1;0;7:product13:Chat REST API47:'{match}' is the base path of the Chat REST API=536;11:legacy-chat49:Code chats as a visitor through the Chat REST API0;0;+73:the word Chasitor, for the visitor of a chat, is used by no other product1;+170:These requests start a chat, send its messages and typing notices, and end it. They are the heart of a chat client;
without the chat servers no visitor reaches an agent.
321:1. List which of these resources the client calls and what the visitor sees of each.
2. Map each to its counterpart; move pre-chat details to routing attributes and record look-up to a flow.
3. Write the new client beside the old one and switch between them during the pilot.
4. Remove the old client after the cut-over.
+294:Enhanced Chat API: create a conversation in place of ChasitorInit, post a message in place of ChatMessage, post an
entry for typing, and delete the session in place of ChatEnd. ChasitorResyncState becomes reading the entries after
the continuation token. Idle time-outs are set on the channel.
+55:POST /chat/rest/Chasitor/ChatMessage
{"text": "Hello"}
+218:POST /iamessage/api/v2/conversation/{conversationId}/message
{"message": {"id": "…", "messageType": "StaticContentMessage",
  "staticContent": {"formatType": "Text", "text": "Hello"}}, "esDeveloperName": "Web_Chat"}
+3:D11++8;+40;=108;6:client4;=10;=11;=1073;=1074;29:Chat REST API: request bodies127:https://developer.salesforce.com/docs/atlas.en-us.242.0.live_agent_rest.meta/live_agent_rest/live_agent_rest_request_bodies.htm=1833;=1834;0;1;t0;0;1;9:Chasitor/+94:\bChasitor/(?!ChasitorSneakPeek|CustomEvent|SensitiveDataRule)(?<resource>[A-Z][A-Za-z]{2,40})0;0;0;-+--0;-1;0;7:product13:Chat REST API52:'{match}' is a visitor resource of the Chat REST API=364;11:legacy-chat69:The configuration of an embedded deployment is read with a script tag2;2;+62:the old snippet and early versions of the new one both read it1;+210:The snippet of legacy Chat and the first versions of the Enhanced Chat snippet read their configuration at this
address. In a copy of the new script it means nothing; in code of your own it may be legacy Chat.
149:1. Look whether the file is a copy of a vendor script, and which product loads it.
2. Replace own code by the new configuration call; delete copies.
+89:GET /embeddedservice/v1/embedded-service-config on the org's my.salesforce-scrt.com host.--+3:D10+-3:0.5+2;13:web developer5:place2;=10;=11;=931;=19;0;1;t0;0;2;27:EmbeddedServiceConfig.jsonp32:EmbeddedServiceConfig.configName+47:\bEmbeddedServiceConfig\.(?:jsonp|configName)\b0;0;0;----0;-0;59:'{match}' reads the configuration of an embedded deployment15:chat-rest-jsonp11:legacy-chat46:A page calls the chat servers with script tags0;0;+52:the names are those of the vendor's own chat scripts1;+156:The vendor's own chat scripts call the servers with script tags and callbacks. Code that does the same imitates or
copies them, and stops with the servers.
167:1. Find out whether this is a copy of a vendor script or code of your own.
2. Remove a copy together with the page that loads it; replace own code by the new snippet.
+85:The snippet of an Enhanced Chat deployment; its business hours call for availability.--+3:D10++2;+16;13:web developer13:page template3;=10;=11;23:Chat REST API: Settings115:https://developer.salesforce.com/docs/atlas.en-us.live_agent_rest.meta/live_agent_rest/live_agent_rest_Settings.htm=1247;=1248;0;2;t0;0;3;14:Settings.jsonp18:Availability.jsonp15:MultiNoun.jsonp+95:\b(?:Visitor/)?(?<resource>(?:Visitor/Settings|Visitor/Availability|System/MultiNoun)\.jsonp)\b0;0;0;-+--t2;0;1;0;3;22:liveagent._.handlePing21:connection.handlePing31:liveAgentAPI.handleChatSettings+92:\b(?:liveagent\._\.handlePing|liveAgentAPI\.(?:connection\.handlePing|handleChatSettings))\b0;0;0;----0;-1;0;7:product13:Chat REST API61:'{match}' belongs to the script-tag form of the Chat REST API=537;11:legacy-chat47:Code handles message types of the Chat REST API0;1;+45:the type names are those of the Chat REST API1;+249:The client reads messages that legacy Chat sends: a request accepted or refused, an agent who joins, types or leaves,
the place in the queue. The new product sends other events with another life cycle, in which a conversation outlives
its sessions.
173:1. List the types that the client handles and what each does.
2. Map each to an event of the stream, or drop it.
3. Test what happens when an ended session is opened again.
+347:Events of the stream: CONVERSATION_ROUTING_RESULT for ChatRequestSuccess and ChatRequestFail,
CONVERSATION_PARTICIPANT_CHANGED for ChatEstablished, ChatTransferred and AgentDisconnect,
CONVERSATION_TYPING_STARTED_INDICATOR and its opposite for typing, CONVERSATION_CLOSE_CONVERSATION for ChatEnded.
The place in the queue has no event of its own.
+44:case 'ChatEstablished': show(message.name);
+54:case 'CONVERSATION_PARTICIPANT_CHANGED': show(event);
+3:D11++4;+24;=108;6:client4;=10;=11;23:Chat REST API: Messages121:https://developer.salesforce.com/docs/atlas.en-us.262.0.live_agent_rest.meta/live_agent_rest/live_agent_rest_Messages.htm30:Chat REST API: response bodies128:https://developer.salesforce.com/docs/atlas.en-us.258.0.live_agent_rest.meta/live_agent_rest/live_agent_rest_response_bodies.htm37:Enhanced Chat API: server-sent events99:https://developer.salesforce.com/docs/service/messaging-api/references/about/server-sent-events.htm0;2;t2;0;2;0;5;18:ChatRequestSuccess15:ChatRequestFail15:ChatEstablished25:TransferToButtonInitiated20:NewVisitorBreadcrumb+126:(?<=['"`])(?<event>ChatRequestSuccess|ChatRequestFail|ChatEstablished|TransferToButtonInitiated|NewVisitorBreadcrumb)(?=['"`])0;0;1;12:embedded_svc----t2;0;2;0;7;11:AgentTyping14:AgentNotTyping15:AgentDisconnect15:ChatTransferred9:ChatEnded11:QueueUpdate12:SwitchServer+115:(?<=['"`])(?<event>Agent(?:Not)?Typing|AgentDisconnect|ChatTransferred|ChatEnded|QueueUpdate|SwitchServer)(?=['"`])0;6;9:liveagent10:live agent8:chasitor18:chatrequestsuccess15:chatestablished10:/chat/rest0;---+56:the names are common, but the file speaks of legacy Chat0;-1;0;7:product13:Chat REST API48:'{event}' is a message type of the Chat REST API15:chat-rest-names11:legacy-chat52:Code uses names of the Chat REST API for the visitor0;1;+=2478;1;+161:Types, messages and fields with Chasitor in their name mirror the Chat REST API. They stand in clients, in proxies
before them, and in the data classes between.
124:1. Find the client that sends or receives the type.
2. Replace type and client together; a renamed type alone helps nobody.
+60:The conversation and message types of the Enhanced Chat API.+88:{"nouns": [{"prefix": "Chasitor", "noun": "ChatMessage", "object": {"text": "Hello"}}]}
+61:POST /iamessage/api/v2/conversation/{conversationId}/message
+3:D11++2;+16;=108;6:client3;=10;=11;=2484;=2485;=1833;=1834;0;3;t3;0;2;1;0;1;8:chasitor+182:(?<!Chasitor/)(?<![A-Za-z])(?:ChasitorInit|Chasitor(?:Not)?Typing|ChasitorSneakPeek|ChasitorResyncState|ChasitorSessionData|[Cc]hasitorIdle[Tt]ime[Oo]ut(?:WarningEvent)?)(?![A-Za-z])8;0;2;3;4;5;6;7;8;0;0;----t1;0;0;1;8:chasitor+135:(?<=['"`])(?:Chasitor(?:Init|(?:Not)?Typing|SneakPeek|ResyncState|SessionData|IdleTimeoutWarningEvent)|chasitorIdleTime[Oo]ut)(?=['"`])0;0;0;----t3;0;2;1;0;1;8:chasitor+57:(?i)\bprefix['"]?\s{0,4}(?::|=>|=)\s{0,4}['"]Chasitor['"]0;0;0;----0;-1;0;7:product13:Chat REST API40:'{match}' is a name of the Chat REST API=544;11:legacy-chat59:Code uses a part of the Chat REST API that nothing replaces0;0;+46:the resource names belong to the Chat REST API1;+245:Sneak peek shows an agent what the visitor is typing, custom events carry data between page and console, breadcrumbs
show the visitor's pages, and a client reports that a sensitive data rule fired. The new product has no client calls
for these.
177:1. Ask the agents who use the feature what they would miss.
2. Decide to drop it, or to build the nearest substitute.
3. Write the decision down before the client is rewritten.
+209:None. Nearest: typing notices instead of sneak peek, hidden pre-chat fields or platform events of your own instead
of custom events and breadcrumbs, and sensitive data rules that the server applies by itself.
--+2:A4++4;+24;=33;6:client3;=10;=11;=2484;=2485;=1833;=1834;0;2;t0;0;4;26:Chasitor/ChasitorSneakPeek20:Chasitor/CustomEvent26:SensitiveDataRuleTriggered18:chat/rest/Visitor/+147:\b(?:(?:Chasitor|Agent)/(?<resource>ChasitorSneakPeek|CustomEvent|SensitiveDataRuleTriggered)|chat/rest/Visitor/(?<visitor>Breadcrumb|VisitorId))\b0;0;0;-+--t3;0;2;1;0;2;18:Visitor/Breadcrumb17:Visitor/VisitorId+74:(?<!chat/rest/)(?<!\w)Visitor/(?<visitor>Breadcrumb|VisitorId)\b(?![\w/-])0;5;9:liveagent10:live agent8:chasitor9:chat/rest13:deployment_id0;--+1;+35:the file also speaks of legacy Chat0;-1;0;7:product13:Chat REST API45:'{match}' has no counterpart in Enhanced Chat=419;11:legacy-chat59:Code builds a chat request with fields of the Chat REST API0;1;+46:the field names are those of the Chat REST API1;+216:A chat request carries what the visitor filled in, which records to find or create, whom to route to and whether to
send queue updates. In the new product the client sends plain attributes, and a flow does the rest.
207:1. List the details and entities that the client sends.
2. Create parameters on the messaging channel and map them in a flow.
3. Move finding and creating of records into the flow, with its duplicate rules.
+171:routingAttributes of the conversation for details; an Omni-Channel flow for entities, overrides and fallback. Queue
position and waiting time are settings of the channel.
+182:{"buttonId": "573…", "prechatDetails": [{"label": "Email", "value": "a@example.com", "transcriptFields": []}],
 "prechatEntities": [], "receiveQueueUpdates": true, "isPost": true}
+107:{"conversationId": "…", "esDeveloperName": "Web_Chat", "routingAttributes": {"_email": "a@example.com"}}
+2:D4++2;+16;=108;6:client4;=10;=11;=2484;=2485;25:Chat REST API: data types93:https://developer.salesforce.com/docs/service/chat-rest/guide/live-agent-rest-data-types.html=1833;=1834;0;2;t2;0;2;0;2;19:receiveQueueUpdates15:prechatEntities+68:(?<![\w.])['"]?(?<field>[Rr]eceiveQueueUpdates|[Pp]rechatEntities)\b0;0;0;----t2;0;2;0;4;14:prechatDetails15:buttonOverrides10:doFallback16:entityFieldsMaps+72:\b(?<field>prechatDetails|buttonOverrides|doFallback|entityFieldsMaps)\b0;5;9:liveagent10:live agent8:chasitor=2566;10:/chat/rest0;---+=2555;0;-1;0;7:product13:Chat REST API45:'{field}' is a field of a legacy chat request=535;11:legacy-chat39:Code keeps the tokens of a chat session0;1;+56:the field names are those of the Chat REST API's session1;+149:The session answer of the Chat REST API holds a key, an affinity token and a poll time-out. Whatever stores or passes
them belongs to a chat client.
123:1. Follow the token to the requests that send it.
2. Replace them together, and make sure that keys are written to no log.
+111:The access token of the Enhanced Chat API and the id of the last event. No token binds the client to a server.
--+3:D11++1;+8;=108;6:client4;=10;=11;=2520;=2521;27:Chat REST API: long polling129:https://developer.salesforce.com/docs/atlas.en-us.live_agent_rest.meta/live_agent_rest/live_agent_rest_http_long_polling_loop.htm=1833;=1834;0;2;t2;0;2;0;1;17:clientPollTimeout+25:(?i)\bclientPollTimeout\b0;0;0;----t2;0;2;0;2;13:affinityToken14:affinity_token+31:(?i)(?<![a-z])affinity_?token\b0;6;9:liveagent10:live agent8:chasitor=2578;10:salesforce16:System/SessionId0;---+=2555;0;-1;0;7:product13:Chat REST API51:'{match}' belongs to a session of the Chat REST API=534;11:legacy-chat57:Code starts, ends or polls a session of the Chat REST API0;0;+51:the path is the documented one of the Chat REST API1;+301:A chat client starts a session, polls it for messages for as long as the chat lasts, reconnects it when the server
changes, and ends it. All of that belongs to the servers of legacy Chat. The same resources also carry agent
presence, so an answer from them doesn't prove that visitors can still chat.
359:1. Create an Enhanced Chat deployment of type API.
2. Replace the session call by the access token request, and keep the token instead of key and affinity.
3. Replace the poll loop by the event stream; allow connections to stay open for at least 75 minutes.
4. Replace reconnecting by the continuation token, and delete the conversation's session at the end.
+319:Enhanced Chat API: an access token in place of SessionId, the event stream at /eventrouter/v1/sse in place of
Messages, the continuation token with Last-Event-Id in place of ReconnectSession and ResyncSession, and deleting the
conversation's session at the end. MultiNoun has no counterpart: send the calls one by one.
+76:GET https://d.la1-c1-abc.salesforceliveagent.com/chat/rest/System/SessionId
+104:POST https://example.my.salesforce-scrt.com/iamessage/api/v2/authorization/unauthenticated/access-token
+3:D11++8;+40;=108;6:client5;=10;=11;24:Chat REST API: SessionId122:https://developer.salesforce.com/docs/atlas.en-us.264.0.live_agent_rest.meta/live_agent_rest/live_agent_rest_SessionId.htm=2518;=2519;=1833;=1834;=2522;=2523;0;4;t0;0;1;17:chat/rest/System/+51:\bchat/rest/System/(?<resource>[A-Z][A-Za-z]{2,30})0;0;0;-+--t3;0;2;1;0;4;=2581;16:System/MultiNoun23:System/ReconnectSession20:System/ResyncSession+100:(?<!chat/rest/)\bSystem/(?<resource>SessionId|MultiNoun|ReconnectSession|ResyncSession)\b(?!\.jsonp)0;0;0;-++1;+73:the resource names belong to the Chat REST API, the host stands elsewheret3;0;2;1;0;1;15:System/Messages+68:(?<!chat/rest/)(?<![\w.])/?System/(?<resource>Messages)\b(?![\w./-])0;6;9:liveagent10:live agent8:chasitor10:/chat/rest=2581;8:affinity0;--+1;+67:the resource's name is common, but the file speaks of Chat sessionst3;0;2;1;0;2;23:ReconnectSession.offset20:SessionId.ClientType+66:\b(?<resource>ReconnectSession|SessionId)\.(?:offset|ClientType)\b0;0;0;--+1;+48:the query parameter belongs to the Chat REST API0;-1;0;7:product13:Chat REST API52:'{match}' is a session resource of the Chat REST API=395;11:legacy-chat56:Code asks the Chat REST API for settings or availability0;0;+=2584;1;+218:The client asks whether agents are online, how long the wait is, or what a deployment's buttons look like. Without
the chat servers the question fails, and code that reads a failure as offline hides the chat for good.
262:1. Decide what people should see outside opening hours and when all agents are busy.
2. Set business hours, availability check and queue limits on the channel and its deployment.
3. Replace the question by the business hours call, or leave it to the new window.
+239:No call asks for availability. The channel can hide the button by agent availability and queue length, and
/embeddedservice/v1/businesshours tells the opening hours. /embeddedservice/v1/embedded-service-config takes the
place of Settings.
+95:GET /chat/rest/Visitor/Availability?org_id=00D…&deployment_id=572…&Availability.ids=573…
+111:GET https://example.my.salesforce-scrt.com/embeddedservice/v1/businesshours?orgId=00D…&esConfigName=Web_Chat
+2:D8++4;+16;=108;6:client4;=10;=11;27:Chat REST API: Availability125:https://developer.salesforce.com/docs/atlas.en-us.264.0.live_agent_rest.meta/live_agent_rest/live_agent_rest_Availability.htm=2502;=2503;=1833;=1834;0;3;t0;0;1;=2550;+112:\bchat/rest/Visitor/(?!Breadcrumb|VisitorId|Settings\.jsonp|Availability\.jsonp)(?<resource>[A-Z][A-Za-z]{2,30})0;0;0;-+--t3;0;2;1;0;2;16:Visitor/Settings20:Visitor/Availability+87:(?<!chat/rest/)(?<!\w)Visitor/(?<resource>Settings|Availability)\b(?!\.jsonp)(?![\w/-])0;6;9:liveagent10:live agent8:chasitor9:chat/rest13:deployment_id12:deploymentid0;--+1;+62:the names are common, but the file speaks of a chat deploymentt3;0;2;1;0;5;18:Settings.buttonIds30:Settings.needEstimatedWaitTime25:Settings.updateBreadcrumb16:Availability.ids34:Availability.needEstimatedWaitTime+110:\b(?<resource>Settings|Availability)\.(?:buttonIds|ids|needEstimatedWaitTime|updateBreadcrumb)\b(?=['"`=&:\]])0;0;0;--+1;+=2604;0;-1;0;7:product13:Chat REST API55:'{match}' asks legacy Chat for settings or availability=109;11:legacy-chat32:Code calls the Enhanced Chat API3;0;+39:the paths exist in the new product only1;+104:The client already speaks to the successor. Where the old API is called too, the migration is half done.89:1. Nothing to do for this place.
2. Remove the old client when nothing uses it any more.
---+3:D11-2;=10;=11;=1833;=1834;0;1;t3;0;2;1;0;2;11:/iamessage/16:/eventrouter/v1/+50:/iamessage/(?:api/)?v[0-9]\b|/eventrouter/v1/sse\b0;0;0;----1;-1;0;7:product13:Enhanced Chat36:'{path}' calls the Enhanced Chat API31:messaging-channel-without-queue11:legacy-chat48:A channel of Enhanced Chat has no fallback queue2;1;+61:the channel names no queue; the vendor's tools always set one13;+164:When the flow or the agent behind the channel finds nobody, the conversation goes to the fallback queue. Without one
customers are left waiting, without any error.
110:1. Give the channel a fallback queue that takes messaging sessions.
2. Test what happens when the flow fails.
+34:A queue in the channel's settings.--+2:C5+-4:0.25+1;=28;7:channel2;=10;=11;=2002;=2003;0;1;x1;=185;-0:2;20:messagingChannelTypei1;=759;19:sessionHandlerQueuea0;0;0;--0;-0;49:the channel '{name}' has no queue to fall back on=70;11:legacy-chat48:A channel of Enhanced Chat with a fallback queue3;0;+50:channels of this type exist for Enhanced Chat only13;+99:The channel decides who gets the conversations of the new product, and has a queue to fall back on.=649;---+2:C5-2;=10;=11;=2002;=2003;0;1;x1;=185;-0:2;=2639;i1;=759;=2640;p0;2;18:sessionHandlerFlow18:sessionHandlerType0;--0;-2;2;5:Queue21:{sessionHandlerQueue}2;4:Flow20:{sessionHandlerFlow}49:the channel '{name}' takes Enhanced Chat sessions28:presence-configuration-links11:legacy-chat40:The profiles of a presence configuration2;2;-13;+81:Presence configurations and chat agent configurations apply to the same profiles.=649;-----1;=10;=11;0;1;x1;=193;-=783;1;1:.p0;0;0;--0;+1;0;7:Profile9:{profile}=2651;=481;11:legacy-chat51:A presence configuration applies to agents who chat2;2;+84:the configuration counts for every channel; only its capacity has to be thought over13;+162:Its capacity was chosen for chats that end within minutes. A messaging session stays open longer and counts all that time,
unless capacity is measured by status.
118:1. Decide how capacity is measured; it counts for the whole org.
2. Set the capacity anew in the pilot, and watch it.
+45:The same configuration with another capacity.--+2:B3+-3:0.5+2;=36;13:configuration2;=10;=11;=872;=873;0;1;r=193;++1;3:out+0;1;7:Profile0;-1;2:in+0;1;=168;0;-0;0;0;0;--0;-0;90:the presence configuration '{name}' sets the capacity of agents who chat, as {other} tells24:presence-status-channels11:legacy-chat33:The channels of a presence status0;0;-13;+65:The chain from a service channel to the agents who take its work.=649;-----1;=10;=11;0;1;x1;=191;-16:channels/channel1;1:.p0;0;0;--0;+1;0;14:ServiceChannel9:{channel}=2660;25:presence-status-with-both11:legacy-chat45:A presence status takes chats beside messages1;0;+45:the status holds the channel of messaging too13;+81:The status is ready for the new product. The old channel in it is only left over.59:1. Remove the line of the chat channel after the cut-over.
+12:None needed.--+2:H2+-3:0.1-4:0.25=28;6:status1;=10;=11;0;1;r=191;++2;3:out+0;1;14:ServiceChannel1;14:sfdc_liveagent-0;0;3:out+0;1;14:ServiceChannel1;=2008;-0;0;0;--0;-0;59:the presence status '{name}' takes messages and still chats=476;11:legacy-chat47:Agents go online for chats by a presence status0;0;+81:the channel carries chats only, and the status has no messaging channel beside it13;+179:Agents get work of the channels of their status. Nothing arrives through the chat channel any more, and messaging sessions
don't arrive as long as the status lacks their channel.
175:1. Add the messaging channel, and check the capacity of agents who now take both.
2. Remove the chat channel after the cut-over; where it was the only one, delete the status.
+87:The channel sfdc_livemessage in the same status, beside the old one until the cut-over.+61:<channels>
    <channel>sfdc_liveagent</channel>
</channels>
+101:<channels>
    <channel>sfdc_liveagent</channel>
    <channel>sfdc_livemessage</channel>
</channels>
+2:C2+-4:0.25+1;=28;6:status2;=10;=11;=2002;=2003;0;1;x1;=191;-0:2;=2662;m16:^sfdc_liveagent$=2662;o1;=2008;0;0;1;14:sfdc_liveagent--0;-1;0;14:ServiceChannel9:{channel}56:the presence status '{name}' takes chats and no messages=60;11:legacy-chat50:Agents go online for messages by a presence status3;0;+=2006;13;+65:Agents with this status can take the sessions of the new product.=649;---+2:C2-1;=10;=11;0;1;x1;=191;-0:1;=2662;i1;=2008;0;0;0;--0;-0;43:the presence status '{name}' takes messages=477;11:legacy-chat57:Agents go online for chats through a channel of one's own0;0;+48:the channel's object belongs to legacy Chat only13;+136:The name of the channel does not tell that it carries chats; its object does. Agents in this status wait for work that no
longer comes.
95:1. Add the messaging channel to the status.
2. Remove the channel of chats after the cut-over.
+48:The channel sfdc_livemessage in the same status.--+2:C2+-4:0.25+1;=28;6:status2;=10;=11;=2002;=2003;0;1;r=191;++1;3:out+0;1;14:ServiceChannel0;-1;3:out+6;1;14:related-entity2;=205;=206;-0;0;0;0;--0;-0;56:the presence status '{name}' takes chats through {other}13:queue-objects11:legacy-chat39:What a queue of chats or messages takes0;0;-13;+83:The chain from a routing configuration over its queue to the work that waits there.=649;-----1;=10;=11;0;3;x1;5:Queue-12:queueSobject1;11:sobjectTypei4;=205;=206;=676;=677;0;0;0;--x1;5:Queue-0:2;18:queueRoutingConfigp24:queueSobject/sobjectTypei2;=205;=676;0;0;0;--x1;5:Queue-0:2;4:namem14:^(?<label>.+)$=2690;i2;=205;=676;0;0;2;=205;=676;--0;+3;6;5:label7:{label}6;12:queue-object13:{sobjectType}0;=197;20:{queueRoutingConfig}=2687;13:queue-of-both11:legacy-chat45:A queue takes chats beside messaging sessions1;0;+38:the queue takes messaging sessions too13;+134:The queue is ready for the new product; the vendor's migration tool leaves queues like this. The chat object in it is only
left over.
61:1. Remove the chat object from the queue after the cut-over.
+12:None needed.--+2:H2+-3:0.1-4:0.25=28;5:queue1;=10;=11;0;1;r5:Queue++2;3:out+6;1;12:queue-object2;=205;=206;-0;0;3:out+6;1;12:queue-object1;=676;-0;0;0;--0;-0;59:the queue '{name}' takes messaging sessions and still chats14:queue-of-chats11:legacy-chat19:A queue takes chats0;0;+81:the object belongs to legacy Chat only, and the queue takes no messaging sessions13;+148:Chats wait in the queue until an agent is free. No chat arrives any more, and messaging sessions can't be routed to a queue
that doesn't take them.
210:1. Add the objects of messaging to the queue, and check its members and routing configuration.
2. Use it as the queue or the fallback queue of a messaging channel.
3. Remove the chat object after the cut-over.
+69:MessagingSession and MessagingEndUser among the objects of the queue.+81:<queueSobject>
    <sobjectType>LiveChatTranscript</sobjectType>
</queueSobject>
+158:<queueSobject>
    <sobjectType>MessagingEndUser</sobjectType>
</queueSobject>
<queueSobject>
    <sobjectType>MessagingSession</sobjectType>
</queueSobject>
+2:C1+-4:0.25+1;=28;5:queue2;=10;=11;=2002;=2003;0;1;x1;5:Queue-0:2;=2690;m41:^(?:LiveChatTranscript|LiveAgentSession)$=2690;o1;=676;0;0;2;=205;=206;--0;-0;77:the queue '{name}' takes records of '{sobjectType}' and no messaging sessions=57;11:legacy-chat32:A queue takes messaging sessions3;0;+31:the object belongs to messaging13;+40:The queue can serve a messaging channel.=649;---+2:C1-1;=10;=11;0;1;x1;5:Queue-12:queueSobject1;11:sobjectTypei1;=676;0;0;0;--0;-0;43:the queue '{name}' takes messaging sessions=482;11:legacy-chat47:A routing configuration serves a queue of chats2;2;+69:other queues may use it too, and its weights may suit messages or not13;+158:Weights and routing model were chosen for chats that end within minutes. A messaging session can stay open for a day and
fills an agent's capacity that long.
139:1. Decide how capacity is measured before touching weights.
2. Give messaging queues a configuration of their own while both products run.
+50:The same type of configuration with other weights.--+2:C3+-3:0.5+2;=28;13:configuration2;=10;=11;=2002;=2003;0;1;r=197;-1;2:in+0;1;5:Queue0;-1;3:out+6;1;12:queue-object1;=205;-0;0;0;0;--0;-0;66:the routing configuration '{name}' was set up for chats in {other}30:routing-configuration-settings11:legacy-chat38:What a routing configuration is set to2;2;-13;+68:The inventory keeps what a configuration of messaging can be set to.=649;-----1;=10;=11;0;1;x1;=197;-0:0;0;4;5:label12:routingModel14:capacityWeight11:pushTimeout0;--0;+4;6;5:label7:{label}6;13:routing-model14:{routingModel}6;15:capacity-weight16:{capacityWeight}6;13:push-time-out13:{pushTimeout}=2717;=472;11:legacy-chat44:A service channel of one's own carries chats0;0;+=2682;13;+140:Omni-Channel routes the work of a channel by its object. No chat transcript is created any more, so nothing is routed
through this channel.
198:1. Find the queues, presence statuses and flows that use the channel.
2. Give them the messaging channel, with capacity and priority set anew.
3. Delete the channel with the other routing of chats.
+72:The standard channel sfdc_livemessage, or a channel on MessagingSession.--+2:C4++1;+4;=28;7:channel2;=10;=11;=2002;=2003;0;1;x1;14:ServiceChannel+20:^(?!sfdc_liveagent$)0:1;17:relatedEntityTypei2;=205;=206;0;0;0;--0;-1;6;14:related-entity19:{relatedEntityType}71:the service channel '{name}' carries work of type '{relatedEntityType}'24:service-channel-standard11:legacy-chat35:The standard channel of legacy Chat1;0;+86:every org in which Chat and Omni-Channel were on has this channel; what uses it counts13;+125:The channel is part of Omni-Channel and stays in the org. Presence statuses and flows that use it are findings of their own.
88:1. Nothing to do for the channel itself.
2. Take it out of presence statuses and flows.
+38:The standard channel sfdc_livemessage.--+2:H2+-3:0.1-3:0.5=28;3:org1;=10;=11;0;1;x1;14:ServiceChannel+=2676;0:1;=2725;p0;0;0;--0;-0;49:the standard channel '{name}' is set up for chats14:skill-of-chats11:legacy-chat20:A skill routes chats2;1;+78:the skill is named by legacy Chat; flows and records may use it for other work13;+199:Buttons and transfers of legacy Chat find agents by skill. The skill itself serves Omni-Channel too, where agents hold it as
a record with a level, and a flow or a routing configuration asks for it.
206:1. See whether the agents of the skill have it in Omni-Channel too; assignments by profile don't count there.
2. Ask for it in the new flow.
3. Delete it with the routing of chats if nothing else needs it.
+100:The same skill in a flow's skill requirements or in a routing configuration that goes by attributes.--+2:C3+-4:0.25+1;=28;5:skill2;=10;=11;=830;=831;0;2;r5:Skill-1;2:in+2;1;14:LiveChatButton0;-0;0;0;--r5:Skill-1;2:in+2;1;=168;0;-0;0;0;--0;-0;42:the skill '{name}' routes chats of {other}=465;11:legacy-chat40:Skills of chats follow from their fields0;0;+42:the set-up is for an object of legacy Chat13;+191:Attribute set-up adds skills to a chat by values of its transcript, for instance the visitor's language. Without
transcripts nothing gets skills this way, and messages go to whoever is free.
229:1. Note which field and value asks for which skill.
2. Bring the fields to messaging sessions, filled by the flow from the pre-chat values.
3. Map them to the skills there, and delete this set-up with the other routing of chats.
+80:The same mapping for MessagingSession, or skills added by the Omni-Channel flow.+50:<relatedEntity>LiveChatTranscript</relatedEntity>
+48:<relatedEntity>MessagingSession</relatedEntity>
+2:C4++1;+8;=28;6:set-up1;=10;=11;0;1;x1;16:WorkSkillRouting-0:1;13:relatedEntityi2;=205;=206;0;0;0;--0;-1;0;12:CustomObject15:{relatedEntity}65:'{name}' gives work of type '{relatedEntity}' the skills it needs14:skill-settings11:legacy-chat18:A skill of the org2;2;-13;+69:Skills are found by their names in buttons, configurations and flows.=649;-----1;=10;=11;0;1;x1;5:Skill-0:0;0;1;5:label1;7:<Skill --0;+1;6;5:label7:{label}=2750;30:supervisor-configuration-links11:legacy-chat44:The queues and skills that supervisors watch2;2;-13;+46:The chain from supervisors to queues of chats.=649;-----1;=10;=11;0;2;x1;=201;-31:omniSupervisorConfigQueue/queue1;1:.p0;0;0;--x1;=201;-31:omniSupervisorConfigSkill/skill1;1:.p0;0;0;--0;+2;0;5:Queue7:{queue}0;5:Skill7:{skill}=2753;=485;11:legacy-chat34:Supervisors watch a queue of chats2;2;+75:supervision in Omni-Channel works for messaging too; only the queue changes13;+111:Supervisors see the queues of their configuration. A new queue for messages is invisible until it stands there.94:1. Add the queues and skills of the messaging channels.
2. Remove those that only chats used.
+41:The new queues in the same configuration.--+2:C3+-4:0.25+1;=28;13:configuration1;=10;=11;0;1;r=201;++1;3:out+0;1;5:Queue0;-1;3:out+6;1;12:queue-object1;=205;-0;0;0;0;--0;-0;71:the supervisor configuration '{name}' watches {other}, a queue of chats=429;11:legacy-chat36:Pre-chat may find and create records0;0;+53:the setting is about the pre-chat of legacy Chat only12;+166:With this setting pages and forms of legacy Chat find or create contacts, leads and cases of their own. The new product
links nothing by itself; a flow has to do it.
246:1. Find the pages and forms that use it; they are findings of their own.
2. Ask the org for the list of objects that visitors may find and create; it is not in any export.
3. Build the flow, with duplicate rules and what guests may read in mind.
+=1300;--+2:D5++4;+24;=66;10:deployment3;=10;=11;31:Metadata API: LiveAgentSettings105:https://developer.salesforce.com/docs/atlas.en-us.230.0.api_meta.meta/api_meta/meta_liveagentsettings.htm=1721;=1289;0;1;x1;17:LiveAgentSettings-0:1;28:enableChatFindOrCreateEnablei1;4:true0;0;0;--0;-0;49:pre-chat may find and create records for visitors17:chat-switched-off11:legacy-chat=631;2;2;+101:nobody can chat in the org; what else is found in it are remains, unless the export is of another day12;+193:Where the setting is off nobody can chat. Objects, layouts and permissions of chat are then remains at most. Web pages
and programs that are audited with the org may still talk to another one.
135:1. Make sure that the export is of the org and of the day you mean.
2. Take the findings in the org for a list of what can be deleted.
+12:None needed.--+2:H5+-3:0.1-3:0.5=28;3:org2;=10;=11;=2767;=2768;0;1;x1;=2769;-0:1;15:enableLiveAgenti1;5:false0;0;0;--0;-1;6;12:chat-enabled17:{enableLiveAgent}64:Chat is switched off; what else is found in this org are remains=328;11:legacy-chat30:Chat is switched on in the org2;1;+71:bots needed the setting too, and orgs that moved away often leave it on12;+168:The setting makes chat objects, tabs and settings appear. It does not prove that anybody chats: Einstein Bots needed it,
and nothing switches it off after a migration.
162:1. Leave it on until everything else is gone and the chat records are exported.
2. Check bots before switching it off.
3. Switch it off last, first in a sandbox.
+63:Messaging in Messaging Settings, next to it until the cut-over.+85:<LiveAgentSettings>
    <enableLiveAgent>true</enableLiveAgent>
</LiveAgentSettings>
+93:<LiveMessageSettings>
    <enableLiveMessage>true</enableLiveMessage>
</LiveMessageSettings>
+2:H5+-3:0.5+2;=28;3:org3;=10;=11;=2767;=2768;=24;=25;0;1;x1;=2769;-0:1;15:enableLiveAgenti1;4:true0;0;0;--0;-1;6;12:chat-enabled=2776;65:Chat is switched on; other findings tell whether anything uses it19:manifest-lists-chat11:legacy-chat42:A manifest lists components of legacy Chat1;1;+79:the types exist for legacy Chat only; the manifest may also serve their removal12;+145:Pipelines retrieve and deploy what the manifest lists. When the components are deleted, a deployment by this manifest fails
or brings them back.
142:1. Remove the entries together with the components.
2. Use them before that in a list of destructive changes, in the order of the last phase.
+34:The components of the new product.--+2:H3+-4:0.25+1;16:release engineer8:manifest2;=10;=11;=882;=883;0;2;t2;2;3;1;25;3;14:<name>LiveChat30:<name>EmbeddedServiceLiveAgent29:<name>EmbeddedServiceBranding+144:<members>[^*<][^<]{0,200}</members>\s{0,80}<name>(?<type>LiveChat(?:Button|Deployment|AgentConfig)|EmbeddedService(?:LiveAgent|Branding))</name>0;0;0;----t2;2;3;1;25;1;24:<members>sfdc_liveagent<+124:<members>sfdc_liveagent</members>\s{0,80}(?:<members>[^<]{1,80}</members>\s{0,80}){0,12}<name>(?<type>ServiceChannel)</name>0;0;0;--+2;+67:every org with Omni-Channel has the channel, also after a migration1;-0;38:'{path}' lists a {type} of legacy Chat17:manifest-wildcard11:legacy-chat44:A manifest asks for all components of a type2;0;+38:the manifest names the type with a '*'12;-94:1. Nothing to do for this place; the coverage section says which types a '*' does not return.
-----1;58:Metadata API: build a client application, sample manifests=883;0;1;t2;2;3;0;1;20:<members>*</members>+113:<members>\*</members>(?:\s{0,200}<members>[^<]{0,200}</members>){0,40}\s{0,200}<name>(?<wildcard>\w{1,80})</name>0;0;0;----0;+1;6;=2800;10:{wildcard}50:a manifest asks for all components of '{wildcard}'=48;11:legacy-chat35:Messaging is switched on in the org3;0;+32:the setting belongs to messaging12;+54:The first step of the new product is done in this org.=649;---+2:B2-2;=10;=11;33:Metadata API: LiveMessageSettings107:https://developer.salesforce.com/docs/atlas.en-us.220.0.api_meta.meta/api_meta/meta_livemessagesettings.htm0;1;x1;19:LiveMessageSettings-0:1;17:enableLiveMessagei1;4:true0;0;0;--0;-1;6;17:messaging-enabled19:{enableLiveMessage}24:messaging is switched on=531;11:legacy-chat35:Quick Text is switched on with Chat2;2;+72:Quick Text serves every channel; which texts are for chats is in records12;+147:A quick text is offered in the channels that its record names. Texts for legacy Chat alone disappear from the agents'
sight in messaging sessions.
123:1. Export the quick texts with their channels.
2. Add the messaging channel where the chat channel stands, as a data load.
+42:The messaging channel in the same records.--+2:E3+-3:0.5+2;=28;3:org2;=10;=11;=2767;=2768;0;1;x1;=2769;-0:1;22:enableQuickTextEnabledi1;4:true0;0;0;--0;-0;56:Quick Text may hold texts for the channel of legacy Chat24:scratch-org-chat-feature11:legacy-chat38:A scratch org definition asks for Chat1;0;+62:the feature and the setting of this name switch on legacy Chat12;+162:Pipelines create their orgs from this file. A feature that no new org can have makes every one of these creations fail, and
packages built there keep needing it.
130:1. Remove the feature once no component of the package needs chat objects or settings.
2. Create a scratch org and run the tests.
+62:The features and settings of messaging, where tests need them.+69:{"edition": "Enterprise", "features": ["ServiceCloud", "LiveAgent"]}
+56:{"edition": "Enterprise", "features": ["ServiceCloud"]}
+2:H3+-3:0.5+2;=2792;8:pipeline2;=10;=11;=2767;=2768;0;2;t1;2;1;26;1;11:"LiveAgent"+28:"LiveAgent"(?=\s{0,20}[,\]])0;3;9:"orgName"9:"edition"15:"hasSampleData"2;15:"directoryName"9:"xmlName"----t1;2;1;26;1;17:"enableLiveAgent"+40:"enableLiveAgent"\s{0,10}:\s{0,10}true\b0;3;9:"orgName"9:"edition"15:"hasSampleData"0;----1;-0;38:'{path}' asks for Chat in scratch orgs=375;11:legacy-chat57:Settings by name hold a chat deployment, button or server0;1;+67:the name joins the product with the parts that only legacy Chat has23;+202:Environment variables, configuration keys and custom settings hold the server, deployment and button of a legacy
chat. They are often set outside the code, in pipelines and consoles that no audit sees.
231:1. Find the code that reads the settings; it has findings of its own.
2. Add settings for the new deployment beside them, in every environment.
3. Delete the old ones after the cut-over, also where pipelines and hosting keep them.
+100:The org id, the developer name of the new deployment, its site and the my.salesforce-scrt.com host.
+60:LIVE_AGENT_DEPLOYMENT_ID=572…
LIVE_AGENT_BUTTON_ID=573…
+93:MESSAGING_DEPLOYMENT_NAME=Web_Chat
MESSAGING_SCRT_URL=https://example.my.salesforce-scrt.com
+3:D10+-3:0.5+4;=108;7:setting2;=10;=11;=1855;=1856;0;4;t3;0;2;1;0;4;9:liveagent10:live_agent8:livechat9:live_chat+160:(?i)(?<![a-z])(?:[a-z]{1,20}_){0,3}(?!livechat(?:button|deployment)id\b)live_?(?:agent|chat)_?(?:chat_?)?(?:deployment|button)_?(?:id|name|url)(?:__c)?(?![a-z])0;0;4;6:ladesk11:qualityunit=1341;11:livechatinc----t2;0;2;10;3;4;17;8;9;10;26;27;29;28;2;16:livechatbuttonid20:livechatdeploymentid+59:(?<![A-Za-z])live[Cc]hat(?:Button|Deployment)Id(?![A-Za-z])0;0;1;11:livechatinc----t3;0;2;1;0;4;9:button_id8:buttonid13:deployment_id12:deploymentid+132:(?i)(?<![a-z])(?:[a-z]{1,20}_){0,3}(?:salesforce|sfdc|sf|chat|esw|snapins|la)_?(?:chat_?)?(?:button|deployment)_?id(?:__c)?(?![a-z])0;4;10:salesforce4:sfdc9:liveagent10:live_agent0;---+66:the name joins the vendor with the parts that only legacy Chat hast3;0;2;1;0;2;9:liveagent10:live_agent+147:(?i)(?<![a-z])(?:[a-z]{1,20}_){0,3}live_?agent_?(?:(?:chat|script|content|base|server|api)_?)?(?:url|src|host|endpoint|uri|domain)(?:__c)?(?![a-z])0;0;4;6:ladesk11:qualityunit=1341;11:livechatinc--+2;+40:other products are called Live Agent too1;-1;0;7:product11:Legacy Chat45:'{path}' holds chat settings, first '{match}'=344;11:legacy-chat40:A label holds a text of an embedded chat1;0;+54:the set-up of an embedded chat gives labels such names23;+105:The text stands in the old chat window only. In the new window it has to be set again, in every language.98:1. Use the texts for the labels of the new deployment.
2. Delete them with the old configuration.
+36:Custom labels of the new deployment.--+2:D7+-3:0.1-3:0.5=28;8:language2;=10;=11;=880;=881;0;2;x1;11:CustomLabel-0:1;8:fullNamem31:^LA_\w{1,80}_04I[A-Za-z0-9]{12}0;0;1;13:<fullName>LA_--x1;12:Translations-12:customLabels1;4:namem=2858;0;0;1;9:<name>LA_--1;-0;40:'{name}' holds texts of an embedded chat15:stored-chat-ids11:legacy-chat60:A stored setting holds the id of a chat button or deployment0;1;+52:the value has the shape and the prefix of such an id23;+144:Code or a page reads the id to start chats. It differs between sandbox and production, and leads nowhere once the button or
deployment is gone.
103:1. Find the code, page or component that reads the setting.
2. Replace that; the setting goes with it.
+67:The developer name of the new deployment, where anything needs one.+31:<value>5739A0000000001</value>
+35:<value>Shop_Help_Messaging</value>
+3:D10+-3:0.5+4;=66;7:setting2;=10;=11;=830;=831;0;6;x1;14:CustomMetadata-6:values1;5:valuem80:^(?<deployment>(?-i:572(?=\w{0,11}[A-Za-z])[A-Za-z0-9]{12}(?:[A-Za-z0-9]{3})?))$0;1;5:field1;15:<CustomMetadata--x1;14:CustomMetadata-6:values1;5:valuem76:^(?<button>(?-i:573(?=\w{0,11}[A-Za-z])[A-Za-z0-9]{12}(?:[A-Za-z0-9]{3})?))$0;1;5:field1;15:<CustomMetadata--x1;11:CustomLabel-0:1;5:valuem=2867;0;0;1;13:<CustomLabels--x1;11:CustomLabel-0:1;5:valuem=2868;0;0;1;13:<CustomLabels--x1;11:CustomField-0:1;12:defaultValuem90:^["']?(?<deployment>(?-i:572(?=\w{0,11}[A-Za-z])[A-Za-z0-9]{12}(?:[A-Za-z0-9]{3})?))["']?$0;0;1;13:<defaultValue--x1;11:CustomField-0:1;12:defaultValuem86:^["']?(?<button>(?-i:573(?=\w{0,11}[A-Za-z])[A-Za-z0-9]{12}(?:[A-Za-z0-9]{3})?))["']?$0;0;1;13:<defaultValue--0;-2;0;13:deployment-id12:{deployment}0;9:button-id8:{button}54:{component} holds the chat id '{deployment|}{button|}'23:stored-chat-object-name11:legacy-chat36:A stored setting names a chat object1;1;+78:frameworks and jobs read such settings; what they do with chat records decides23;+217:Trigger frameworks, deletion and anonymisation jobs and integrations learn from the record that they deal with chats. They go
on for old records; messaging sessions need a record of their own, or nobody deletes them.
156:1. Find the code that reads the record.
2. Add records for the objects of messaging, retention rules first.
3. Keep this one as long as old chats are kept.
+102:A record for MessagingSession, and for conversation entries and messaging users where data is deleted.--+2:I2+-3:0.5+4;=66;6:record1;=10;=11;0;2;x1;14:CustomMetadata-6:values1;5:valuem110:(?<!\w)(?<object>LiveChat(?:Transcript|Visitor|Button|Deployment)(?:[A-Z][a-z]{3,10})?|LiveAgentSession)(?!\w)0;1;5:field2;8:LiveChat=206;--c1;14:CustomMetadata+115:^[^.]+\.(?:\w+_)?(?<object>LiveChat(?:Transcript|Visitor|Button|Deployment)(?:[A-Z][a-z]{3,10})?|LiveAgentSession)$--1;-1;0;12:CustomObject8:{object}60:the record '{name}' names '{object}' in {field|its own name}=509;11:legacy-chat46:An app opens chat records on a page of its own1;0;+44:the override is for an object of legacy Chat17;+86:The app chooses the page on which agents see a chat. It goes on working for old chats.157:1. Assign the page of messaging sessions to the app, and to profiles and record types where that is needed.
2. Keep this one as long as old chats are shown.
+39:The same override for MessagingSession.--+2:E3+-3:0.1-3:0.5=28;3:app1;=10;=11;0;2;x1;=231;-15:actionOverrides1;17:pageOrSobjectTypem=669;0;1;7:content2;8:LiveChat9:LiveAgent--x1;=231;-22:profileActionOverrides1;=2886;m=669;0;1;7:content2;8:LiveChat9:LiveAgent--1;-1;0;9:FlexiPage9:{content}87:the app '{name}' opens '{pageOrSobjectType}' records on the page '{content|of its own}'=510;11:legacy-chat32:An app shows tabs of legacy Chat1;0;+36:the tabs show records of legacy Chat17;+94:The tabs show old chats, visitors and sessions of agents. They break nothing and grow no more.152:1. Add the tab of messaging sessions and check how its records open in the console.
2. Remove the tabs of chat when nobody looks at old chats any more.
+71:The tab of messaging sessions; supervisors use Omni-Channel Supervisor.--+2:H3+-3:0.1-3:0.5=28;3:app1;=10;=11;0;4;x1;=231;-4:tabs1;1:.i4;27:standard-LiveChatTranscript24:standard-LiveChatVisitor25:standard-LiveAgentSession18:standard-LiveAgent0;0;0;--x1;=231;-3:tab1;1:.i4;=2894;=2895;=2896;=2897;0;0;0;--x1;=231;+38:^(?!standard__(?:AllTabSet|Insights)$)4:tabs1;1:.i1;28:standard-LiveAgentSupervisor0;0;0;--x1;=231;+=2898;3:tab1;1:.i1;=2899;0;0;0;--1;-0;36:the app '{name}' shows tabs of chats22:chat-of-vendor-package11:legacy-chat42:A managed package brings a chat of its own2;2;+59:only its vendor knows whether the package needs legacy Chat17;+134:Some packages put prompts, buttons or pages on top of legacy Chat. Whether one still works without it can't be seen from
the outside.
147:1. Ask the vendor what the package needs, and which version supports messaging.
2. Plan its removal from layouts and pages where it has no future.
+55:The vendor's version for messaging, or another product.--+2:A2++1;+8;=33;7:package1;=10;=11;0;4;c1;=263;+6:^dglc$-+44:the package is known to build on legacy Chatc4;12:CustomObject8:ApexPage11:QuickAction9:FlexiPage+54:^[A-Za-z]\w{0,14}?__(?:\w{0,30}_)?Live_?(?:Chat|Agent)-+51:the name is the vendor's and contains the product'sx1;6:Layout-11:layoutItems1;4:pagem=2908;0;0;4;8:LiveChat9:LiveAgent9:Live_Chat10:Live_Agent-+60:the page is the vendor's and its name contains the product'sx1;9:FlexiPage-17:componentInstance1;13:componentNamem6:^dglc:0;0;1;5:dglc:-+56:the component's package is known to build on legacy Chat1;-0;48:'{name}' shows or is a chat of a managed package=517;11:legacy-chat42:A Classic console app has chat switched on0;0;+72:the app's chat settings exist for legacy Chat in Salesforce Classic only17;+130:Agents chat in the Classic console. Neither chats nor messaging sessions open there: the new product needs the Lightning
console.
205:1. Find out who still works in Classic, and with which pages and toolkit code.
2. Move the team to a Lightning console app before the cut-over.
3. Rebuild Visualforce panels that the app opens for a chat.
+103:No equivalent in Classic; a Lightning console app with Omni-Channel and the page of messaging sessions.+79:<liveAgentConfig>
    <enableLiveChat>true</enableLiveChat>
</liveAgentConfig>
+98:<navType>Console</navType>
<uiType>Lightning</uiType>
<utilityBar>Service_UtilityBar</utilityBar>
+2:E3++16;+60;=66;3:app2;=10;=11;62:Console API: conversation toolkit for Lightning web components=1002;0;1;x1;=231;+15:^(?!standard__)15:liveAgentConfig1;14:enableLiveChati1;4:true0;0;0;--0;-0;47:the app '{name}' is a Classic console with chat22:layout-of-chat-records11:legacy-chat43:A page layout of one's own for chat records1;0;+72:the layout is not one of the standard ones, or shows fields of one's own17;+75:The layout shows chats to agents. It stays useful for old transcripts only.110:1. Build the layout or the page of messaging sessions.
2. Keep this one as long as old transcripts are shown.
+29:A layout of MessagingSession.--+2:H4+-3:0.5+2;=28;6:layout1;=10;=11;0;2;c1;6:Layout+118:^Live(?:Chat|Agent)[A-Z][A-Za-z]{3,30}-(?!Live (?:Chat|Agent) (?:Transcript|Visitor|Session)[A-Za-z ()]{0,20} Layout$)--x1;6:Layout+114:^Live(?:Chat|Agent)[A-Z][A-Za-z]{3,30}-Live (?:Chat|Agent) (?:Transcript|Visitor|Session)[A-Za-z ()]{0,20} Layout$11:layoutItems1;5:fieldm4:__c$0;0;1;4:__c<--1;-0;38:the layout '{name}' was made for chats=514;11:legacy-chat37:A page layout shows chats of a record1;0;+45:the related list holds records of legacy Chat17;+88:Agents see earlier chats of a customer or case there. They stay, and no new ones appear.117:1. Add the related list of messaging sessions.
2. Keep the old list as long as transcripts are kept, then remove it.
+49:The related list of messaging sessions beside it.--+2:H4+-3:0.1-3:0.5=28;6:layout2;=10;=11;=655;=656;0;1;x1;6:Layout+=1231;12:relatedLists1;11:relatedListm58:^(?:Related)?Live(?:Chat|Agent)[A-Z][A-Za-z]{3,30}(?:\.|$)0;0;2;8:LiveChat9:LiveAgent--1;-0;41:the layout '{name}' shows '{relatedList}'20:omni-channel-utility11:legacy-chat36:Agents have the Omni-Channel utility2;2;+53:the utility serves messaging, calls and cases as well17;+91:Chats and messaging sessions both arrive through this utility. Nothing in it has to change.70:1. Check that agents of the new product use an app with this utility.
+12:None needed.--+2:E3+-3:0.1-3:0.5=28;3:app1;=10;=11;0;1;x1;9:FlexiPage-=2911;1;13:componentNamei1;38:runtime_service_omnichannel:omniWidget0;0;0;--1;-0;43:agents go online in the utility of '{name}'=515;11:legacy-chat43:A page of another object shows chat records1;0;+77:the value names a chat object, or a related list, a field or an action of one17;+86:The page shows earlier chats of a customer or case. They stay, and no new ones appear.101:1. Add the related list of messaging sessions.
2. Keep the old list as long as transcripts are kept.
+=2936;--+2:E3+-3:0.5+2;=28;4:page1;=10;=11;0;2;x1;9:FlexiPage-27:componentInstanceProperties1;5:valuem100:^Live(?:Chat|Agent)[A-Z][A-Za-z]{3,30}(?:\.|$)|"(?:LiveChat(?:Transcript|Visitor)|LiveAgentSession)"0;0;2;8:LiveChat9:LiveAgent--x1;9:FlexiPage-14:valueListItems1;5:valuem94:^(?:Live(?:Chat|Agent)[A-Z][A-Za-z]{3,30}\.|LiveChat(?:Transcript|Visitor)$|LiveAgentSession$)0;0;2;8:LiveChat9:LiveAgent--1;-0;33:the page '{name}' shows '{value}'=506;11:legacy-chat30:A quick action of chat records0;0;+46:the action belongs to an object of legacy Chat17;+78:Agents use the action during a chat. It does not appear on messaging sessions.125:1. Build the action, and the flow or component behind it, for MessagingSession.
2. Put it on the page of messaging sessions.
+36:The same action on MessagingSession.--+2:E3++1;+4;=66;6:action1;=10;=11;0;1;c1;11:QuickAction+=2355;--0;-1;0;12:CustomObject8:{object}41:the action '{name}' works on chat records=505;11:legacy-chat29:A record page of chat records0;0;+44:the page belongs to an object of legacy Chat17;+173:Agents work on this page while they chat: beside the conversation it shows the customer, related records and actions. Nobody
opens it for a conversation of the new product.
198:1. List what agents use on the page.
2. Build it on a page of MessagingSession; components of one's own must learn the new object.
3. Keep a plain page for old transcripts as long as they are kept.
+34:A record page of MessagingSession.+46:<sobjectType>LiveChatTranscript</sobjectType>
+44:<sobjectType>MessagingSession</sobjectType>
+2:E3++2;+16;=66;4:page2;=10;=11;=2921;=1002;0;2;x1;9:FlexiPage-0:1;11:sobjectTypem=669;0;0;2;8:LiveChat9:LiveAgent--x1;9:FlexiPage-0:2;11:sobjectTypea15:parentFlexiPagem28:^runtime_service_liveagent__0;0;1;27:runtime_service_liveagent__--0;-1;0;12:CustomObject13:{sobjectType}56:the page '{name}' shows records of '{sobjectType|chats}'=124;11:legacy-chat42:A page shows the conversation of messaging3;0;+43:the components show messaging sessions only17;+43:Agents can work on messaging sessions here.=649;---+2:E3-2;=10;=11;=2921;=1002;0;2;x1;9:FlexiPage-=2911;1;13:componentNamei1;21:scrt:conversationBody0;0;0;--x1;9:FlexiPage-=2911;1;13:componentNamem29:^runtime_service_livemessage:0;0;1;28:runtime_service_livemessage:--1;-0;41:the page '{name}' shows '{componentName}'=504;11:legacy-chat41:A page shows the window of a running chat0;0;+41:the components exist for legacy Chat only17;+145:Agents chat in this component. Without running chats it shows old texts at most; messaging sessions open on another page with
another component.
205:1. Build the record page of MessagingSession with the components around the chat that agents need.
2. Move actions, macros and utilities.
3. Keep a plain page for old transcripts as long as they are kept.
+=503;+66:<componentName>runtime_service_liveagent:chatBody</componentName>
+53:<componentName>scrt:conversationBody</componentName>
+2:E3++4;+16;=66;4:page2;=10;=11;=2921;=1002;0;1;x1;9:FlexiPage-=2911;1;13:componentNamem27:^runtime_service_liveagent:0;0;1;26:runtime_service_liveagent:--1;-0;=2976;19:snapin-action-found11:legacy-chat45:A quick action that an embedded form has made2;1;-17;+161:Set-up of an embedded chat makes quick actions with generated names for its forms. An administrator may rename one; the
generated name stays in the description.
=649;-----2;=10;=11;=1529;=1530;0;2;c1;11:QuickAction+9:^Snapins_--x1;11:QuickAction+13:^(?!Snapins_)0:2;4:typep11:descriptionm74:\bSnapins_(?:Case|Contact|Lead|Account)_(?:Prechat|OfflineCase)QuickAction0;0;1;8:Snapins_--0;+1;6;11:form-action4:true=2986;21:snapin-action-on-page11:legacy-chat47:A page offers a form action of an embedded chat1;2;+87:lists of actions on pages take up every action of the org once somebody customises them17;+88:The action was made for visitors. On a page it only keeps the action from being deleted.64:1. Take the action off the page or layout before it is deleted.
+12:None needed.--+2:H3+-3:0.1-3:0.5=28;4:page1;=10;=11;0;3;x1;9:FlexiPage-5:value1;1:.m9:^Snapins_0;0;1;8:Snapins_--x1;6:Layout-20:quickActionListItems1;15:quickActionNamem9:^Snapins_0;0;1;8:Snapins_--x1;6:Layout-23:platformActionListItems1;10:actionNamem9:^Snapins_0;0;1;8:Snapins_--1;-0;61:'{name}' offers the form action of an embedded chat to agents=625;11:legacy-chat64:A generated form action that no embedded chat of the audit names1;2;+73:the embedded chat may be missing in the export; wildcards never return it17;+92:Each time somebody saves a form the set-up makes new actions and leaves the old ones behind.113:1. Make sure that the embedded chats are in the export.
2. Take the action off pages and layouts, and delete it.
+12:None needed.--+2:H3+-3:0.1-3:0.5=28;6:action2;=10;=11;=1529;=1530;0;1;r11:QuickAction++1;3:out+6;1;11:form-action0;-0;0;1;2:in+0;1;=174;0;-0;0;--0;-0;72:the action '{name}' was made for a form and nothing in the audit uses it13:snapin-action11:legacy-chat46:A quick action is the form of an embedded chat0;0;+33:an embedded chat names the action17;+147:The action tells which fields the pre-chat or offline form shows, and the old product creates the record by it. The new
product has no use for it.
171:1. Write down the fields, which ones are required, and the values set behind the scenes.
2. Rebuild form and record linking.
3. Delete the action after the embedded chat.
+88:Form fields and parameters of the channel, and a flow that creates and links the record.--+2:D5++2;+8;=66;4:form3;=10;=11;=1529;=1530;=1721;=1289;0;1;r11:QuickAction++1;2:in+0;1;=174;0;-0;0;0;--0;-0;40:the action '{name}' is a form of {other}=519;11:legacy-chat49:The standard Classic console has chat switched on2;2;+58:every org has this app, and many with the switch untouched17;+73:The switch matters only if agents work in this app of Salesforce Classic.132:1. See whether any profile opens the app, and whether anybody uses Classic.
2. If so, treat it like a Classic console of one's own.
+24:A Lightning console app.--+2:E3+-3:0.5+2;=28;3:app1;=10;=11;0;1;x1;=231;+11:^standard__15:liveAgentConfig1;14:enableLiveChati1;4:true0;0;0;--0;-0;46:the standard app '{name}' has chat switched on=454;11:legacy-chat62:Styles or scripts address parts of the Visualforce chat window0;2;+68:the ids and classes are the chat window's, but they may be left over6;+160:Styles and scripts with these names dress up a chat window built with the liveAgent components. They do nothing in
the new window, which is a frame of its own.
130:1. Find the chat window page that uses the file.
2. Set colours and fonts in the new deployment's branding, and delete the rules.
+=1617;--+3:D10+-3:0.5+2;13:web developer4:file2;=10;=11;=2398;=2399;0;1;t2;0;1;0;7;19:liveAgentClientChat14:liveAgentState16:liveAgentChatLog19:liveAgentSaveButton18:liveAgentEndButton18:liveAgentChatInput19:liveAgentSendButton+147:[#.'"](?:liveAgentClientChat|liveAgentState(?:Waiting|Ended)|liveAgentChatLog(?:AlertTimer)?|liveAgent(?:Save|End|Send)Button|liveAgentChatInput)\b0;0;0;----1;-0;55:'{path}' addresses parts of the Visualforce chat window=453;11:legacy-chat45:A Visualforce page builds its own chat window0;0;+45:the liveAgent tags exist for legacy Chat only6;+206:The liveAgent components draw the visitor's chat window inside a Visualforce page that a chat button opens. They
talk to the chat servers and stop working with them. The new product has no such components.
302:1. Find the chat buttons that name the page as their chat page, and who uses them.
2. Write down what the page does beyond the standard window.
3. Choose between the standard window of the new product and a client on its API.
4. Move the entry points, then delete the page with its styles and scripts.
+152:No equivalent. Either use the standard window of an Enhanced Chat deployment with its branding, or build a client
of your own on the Enhanced Chat API.
+164:<apex:page showHeader="false">
  <liveAgent:clientChat>
    <liveAgent:clientChatMessages/>
    <liveAgent:clientChatInput/>
  </liveAgent:clientChat>
</apex:page>
+72:<!-- no page of your own: the deployment's snippet draws the window -->
+3:D10++24;+80;13:web developer11:chat window2;=10;=11;44:Chat Developer Guide: customise chat windows=2399;0;1;t0;0;1;21:<liveagent:clientchat+46:(?i)<liveAgent:(?<tag>clientChat[a-z]{0,20})\b0;0;0;----1;-1;0;7:product=1922;52:'{component|path}' builds a chat window with '{tag}'32:165dc18816e25d7943fc4c308c71656e
"""##
  }
}
